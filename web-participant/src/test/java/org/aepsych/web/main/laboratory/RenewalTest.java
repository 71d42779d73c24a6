package org.aepsych.web.main.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.TableRow;
import org.aepsych.api.storage.TableStore;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.lifecycle.Renewal;
import org.aepsych.core.replay.Replay;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database whose result rows an earlier program made, which kept less in them. */
class RenewalTest {
    private static final ExperimentId TWO = new ExperimentId("two");

    @TempDir
    private Path folder;

    @Test
    void rowsOfAnEarlierProgramAreMadeAgainOnceAndThenARebuildChangesNothing() {
        try (TestServer server = TestServer.start(folder)) {
            server.games().define(TestServer.TWO_GAMES);
            server.participation().register(TWO, "Ann", Optional.empty());
            StreamId stream = server.games().stream(TWO);
            Storage storage = server.get(Storage.class);
            ResultTables results = storage.results().orElseThrow();
            Replay<?, ?> replay = new Replay<>(server.get(GameProtocol.class), storage);
            assertThat(results.outdated()).as("what this program writes").isEmpty();
            asAnEarlierProgramLeftIt(storage.tables().orElseThrow());
            assertThat(results.outdated()).containsExactly(stream);
            assertThat(states(results, stream)).containsExactly(0);

            Renewal renewal = new Renewal(storage, server.get(GameProtocol.class), server.get(AdaptiveProtocol.class));
            assertThat(renewal.renew()).isEqualTo(1);

            assertThat(states(results, stream)).containsExactly(2);
            assertThat(results.outdated()).isEmpty();
            assertThat(renewal.renew()).isZero();
            assertThat(replay.rebuild(stream).identical()).isTrue();
        }
    }

    private static List<Integer> states(ResultTables results, StreamId stream) {
        return results.read(stream).stream()
                .filter(PlayerRow.class::isInstance)
                .map(row -> ((PlayerRow) row).state())
                .toList();
    }

    private static void asAnEarlierProgramLeftIt(TableStore tables) {
        set(tables, "master", Set.of("projection"));
        set(tables, "player", Set.of("state"));
    }

    /** Puts zeros into columns. */
    private static void set(TableStore tables, String name, Set<String> columns) {
        Table table = tables.tables().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<TableRow> rows = new ArrayList<>();
        tables.read(table, List.of(), row -> {
            List<Optional<Object>> cells = new ArrayList<>(row.cells());
            columns.forEach(column -> cells.set(table.indexOf(column), Optional.of(0L)));
            rows.add(new TableRow(cells));
        });
        tables.put(table, rows);
    }
}
