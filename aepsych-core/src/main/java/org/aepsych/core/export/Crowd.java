package org.aepsych.core.export;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.GameRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultRow.WinnerRow;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.jspecify.annotations.Nullable;

/** The participants and games of a game experiment: few enough to be kept while the long tables are written. */
final class Crowd {
    private final Map<ParticipantId, PlayerRow> players = new TreeMap<>();
    private final Map<ParticipantId, LotteryRow> earned = new TreeMap<>();
    private final Map<ParticipantId, WinnerRow> drawn = new TreeMap<>();
    private final Map<Integer, GameRow> games = new TreeMap<>();

    Crowd(ExportSource source, OpenedStream stream) {
        source.rows(stream, PlayerRow.class, row -> players.put(row.id(), row));
        source.rows(stream, LotteryRow.class, row -> earned.put(row.player(), row));
        source.rows(stream, WinnerRow.class, row -> drawn.put(row.player(), row));
        source.rows(stream, GameRow.class, row -> games.put(row.id(), row));
    }

    Iterable<PlayerRow> players() {
        return players.values();
    }

    Iterable<GameRow> games() {
        return games.values();
    }

    Optional<LotteryRow> earned(ParticipantId id) {
        return Optional.ofNullable(earned.get(id));
    }

    Optional<WinnerRow> drawn(ParticipantId id) {
        return Optional.ofNullable(drawn.get(id));
    }

    @Nullable
    String role(ParticipantId id) {
        PlayerRow player = players.get(id);
        return player == null || player.joined() < 0 ? null : roleName(player.role());
    }

    static String roleName(int role) {
        return role == 0 ? "row" : "column";
    }

    @Nullable
    String gameName(int game) {
        GameRow row = games.get(game);
        return row == null ? null : row.name();
    }
}
