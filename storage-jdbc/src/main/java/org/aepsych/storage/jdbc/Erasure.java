package org.aepsych.storage.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.Table.Column;
import org.jdbi.v3.core.Handle;

/**
 * Erases who a participant is: every column of {@code player} that the schema calls personal, and the participant's rows
 * in every other table that is personal as a whole.
 */
final class Erasure {
    private static final String PLAYER = "player";

    private final List<String> statements;

    Erasure(List<Table> tables) {
        this.statements = tables.stream()
                .filter(table -> table.name().equals(PLAYER) || isParticipants(table))
                .map(table -> table.name().equals(PLAYER) ? forget(table) : delete(table))
                .toList();
    }

    private static boolean isParticipants(Table table) {
        return table.columns().stream().allMatch(Column::personal)
                && table.indexOf("playerid") >= 0
                && table.indexOf("master_table_id") >= 0;
    }

    private static String forget(Table player) {
        return "UPDATE player SET "
                + player.columns().stream()
                        .filter(Column::personal)
                        .map(column -> TableSql.quoted(column.name()) + (column.optional() ? " = NULL" : " = ''"))
                        .collect(Collectors.joining(", "))
                + " WHERE master_table_id = :stream AND id = :id AND email IS NOT NULL";
    }

    private static String delete(Table table) {
        return "DELETE FROM " + TableSql.quoted(table.name()) + " WHERE master_table_id = :stream AND playerid = :id";
    }

    /** Returns whether there was anything to erase. */
    boolean erase(Handle handle, StreamId stream, ParticipantId id) {
        int rows = 0;
        for (String statement : statements) {
            rows += handle.createUpdate(statement)
                    .bind("stream", stream.value())
                    .bind("id", id.value())
                    .execute();
        }
        return rows > 0;
    }
}
