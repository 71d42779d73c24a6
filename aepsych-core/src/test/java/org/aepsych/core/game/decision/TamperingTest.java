package org.aepsych.core.game.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.core.replay.Replay;
import org.aepsych.core.replay.ReplayReport;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.StorageForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who forges a whole log, hashes and all, is found out by deciding again. */
@OnEveryStorage
class TamperingTest {
    private final GameLab lab = new GameLab();

    private ExperimentId finished() {
        ExperimentId id = lab.started(2, "rounds = 2\nminutes = 5");
        lab.pass(Duration.ofMinutes(1));
        lab.play(id, 1, 0, "1/2", "1/2");
        lab.play(id, 2, 0, "1/3", "2/3");
        lab.pass(Duration.ofMinutes(10));
        lab.tick(id);
        lab.conduct.draw(id, 1, 42);
        return id;
    }

    private ReplayReport verifyForged(ExperimentId id, UnaryOperator<String> forge) {
        List<NewEvent> forged = new ArrayList<>();
        for (RecordedEvent recorded : lab.storage.events().read(lab.stream(id), 0)) {
            String contents = recorded.type().equals("setup") ? recorded.contents() : forge.apply(recorded.contents());
            forged.add(new NewEvent(
                    recorded.timestamp(), recorded.type(), recorded.version(), contents, recorded.extraInfo()));
        }
        Storage other = StorageForTests.forTest();
        StreamId stream = other.streams()
                .open(
                        lab.storage.streams().find(lab.stream(id)).orElseThrow(),
                        HashChain.seal(0, HashChain.GENESIS, forged),
                        List.of());
        return new Replay<>(lab.protocol, other).verify(stream);
    }

    @Test
    void findsNothingInAnHonestLog() {
        assertThat(verifyForged(finished(), contents -> contents).problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"plays\":2 | \"plays\":3 | the settlement of round 0",
                "\"amount\":\"5/2\" | \"amount\":\"7/2\" | the settlement of round 0",
                "\"mixture\":[\"1/2\",\"1/2\"] | \"mixture\":[\"1\",\"0\"] | the settlement of round 0",
                "\"reason\":\"percentage\" | \"reason\":\"time\" | the end of round 0",
                "08:06:00Z | 08:07:00Z | the end of round 1",
                "\"first_ticket\":0 | \"first_ticket\":1 | the tally",
                "\"seed\":42 | \"seed\":43 | the draw"
            })
    void namesTheDecisionThatComesOutDifferently(String original, String forged, String what) {
        ReplayReport report = verifyForged(finished(), contents -> contents.replace(original.trim(), forged.trim()));

        assertThat(report.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains(what));
    }

    @Test
    void saysWhenThePayoffRuleIsNotInstalled() {
        ExperimentId id = finished();
        GameProtocol bare = new GameProtocol(new Extensions(Map.of(), Map.of(), Map.of()));

        assertThat(new Replay<>(bare, lab.storage).verify(lab.stream(id)).problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("\"population-average\" is not installed"));
    }
}
