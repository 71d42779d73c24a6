package org.aepsych.storage.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ParticipantsCleared;
import org.jdbi.v3.core.Handle;

/** The rows of all result tables of a stream. */
public final class ResultRows {
    /** In the order of the records in {@link ResultRow}. */
    private static final List<ResultTable<?>> TABLES = List.of(
            new ConfigTable(),
            new TrialTable(),
            new ExperimentTable(),
            new GameTable(),
            new PlayerTable(),
            new ChoiceTable(),
            new GameplayTable(),
            new PastTable(),
            new PayoffTable(),
            new LotteryTable(),
            new WinnerTable(),
            new QuestionnaireTable(),
            new NoteTable());

    private ResultRows() {}

    /**
     * Puts rows, each replacing the one with its key.
     *
     * @param handle a transaction
     * @param stream the stream
     * @param rows of any tables, in any order; those before the last order to clear are deleted again as it says
     */
    public static void put(Handle handle, StreamId stream, List<ResultRow> rows) {
        int cleared = rows.lastIndexOf(new ParticipantsCleared());
        if (cleared >= 0) {
            put(handle, stream, rows.subList(0, cleared));
            TABLES.stream()
                    .filter(table -> ParticipantsCleared.covers(table.type()))
                    .forEach(table -> table.clear(handle, stream));
        }
        List<ResultRow> left = rows.subList(cleared + 1, rows.size());
        if (!left.isEmpty()) {
            TABLES.forEach(table -> put(table, handle, stream, left));
        }
    }

    /**
     * Reads all rows.
     *
     * @param handle a transaction
     * @param stream the stream
     * @return table by table, each ordered by its key
     */
    public static List<ResultRow> read(Handle handle, StreamId stream) {
        List<ResultRow> rows = new ArrayList<>();
        TABLES.forEach(table -> table.read(handle, stream, rows::add));
        return List.copyOf(rows);
    }

    /**
     * Hands over the rows of one table one by one.
     *
     * @param handle a transaction
     * @param stream the stream
     * @param kind which table
     * @param reader called for each row in the order of the key
     * @param <R> the kind of row
     */
    public static <R extends ResultRow> void read(Handle handle, StreamId stream, Class<R> kind, Consumer<R> reader) {
        TABLES.stream()
                .filter(table -> table.type().equals(kind))
                .forEach(table -> table.read(handle, stream, row -> reader.accept(kind.cast(row))));
    }

    /**
     * Deletes all rows; personal data stay.
     *
     * @param handle a transaction
     * @param stream the stream
     */
    public static void clear(Handle handle, StreamId stream) {
        TABLES.forEach(table -> table.clear(handle, stream));
    }

    static List<Class<?>> kinds() {
        return TABLES.stream().<Class<?>>map(ResultTable::type).toList();
    }

    private static <R extends ResultRow> void put(
            ResultTable<R> table, Handle handle, StreamId stream, List<ResultRow> rows) {
        List<R> own = rows.stream()
                .filter(table.type()::isInstance)
                .map(table.type()::cast)
                .toList();
        if (!own.isEmpty()) {
            table.put(handle, stream, own);
        }
    }
}
