package org.aepsych.core.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.TableRow;
import org.aepsych.api.storage.TableStore;

/**
 * Copies a whole database into an empty one of any kind: every row of every table with its numbers, hashes and order.
 * The source is read as of one instant, and others may write to it meanwhile. A copy that was interrupted goes on where
 * it stopped. Every table's rows are counted into a digest as they leave the source; in the end the target is read and
 * has to give the same, and every log's chain of hashes is verified.
 */
public final class DatabaseCopy {
    private final Storage source;
    private final Storage target;
    private final RowFilter filter;

    private DatabaseCopy(Storage source, Storage target, RowFilter filter) {
        this.source = source;
        this.target = target;
        this.filter = filter;
    }

    /**
     * A copy of everything.
     *
     * @param source from where
     * @param target an empty database, or one into which the same was begun to be copied
     * @return does nothing until it is run
     */
    public static DatabaseCopy whole(Storage source, Storage target) {
        return new DatabaseCopy(source, target, RowFilter.ALL);
    }

    /**
     * A copy without what says who somebody is, and without secrets.
     *
     * @param source from where
     * @param target an empty database
     * @return does nothing until it is run
     */
    public static DatabaseCopy redacted(Storage source, Storage target) {
        return new DatabaseCopy(source, target, RowFilter.REDACTED);
    }

    /**
     * Copies and verifies.
     *
     * @param progress is told how far it is
     * @return what was copied
     * @throws AepsychException {@code UNSUPPORTED} if one of the storages does not show its tables; {@code
     *     STATE_CONFLICT} if the target holds something else; {@code LOG_TAMPERED} if a log of the source has been
     *     altered; {@code STORAGE_UNAVAILABLE} if the target differs from the source in the end
     */
    public CopyReport run(CopyProgress progress) {
        TableStore into = tables(target);
        return source.snapshot(still -> {
            TableStore from = tables(still);
            List<Table> taken = from.tables().stream().filter(filter::takes).toList();
            taken.forEach(table -> requireSameShape(table, into));
            long before = requireEmptyOrBegun(from, into, taken);
            Counter counter =
                    new Counter(progress, taken.stream().mapToLong(from::count).sum());
            Map<Table, TableDigest> digests = new LinkedHashMap<>();
            for (Table table : taken) {
                counter.step("copying " + table.name());
                List<Object> after = into.last(shape(table, into));
                TableDigest copied = copy(from, into, table, after, counter);
                if (after.isEmpty()) {
                    digests.put(table, copied);
                }
            }
            into.settle();
            Map<String, Long> rows = verify(from, into, taken, digests, counter);
            LogCheck.Checked checked = LogCheck.all(target, progress);
            return new CopyReport(rows, before, checked.streams(), checked.messages());
        });
    }

    private static TableStore tables(Storage storage) {
        return storage.tables()
                .orElseThrow(() -> new AepsychException(
                        StandardError.UNSUPPORTED,
                        "the storage of " + storage.displayName() + " does not show its tables, so that it cannot be"
                                + " copied as a whole"));
    }

    private static void requireSameShape(Table table, TableStore into) {
        Table there = find(table, into)
                .orElseThrow(() -> new AepsychException(
                        StandardError.STATE_CONFLICT,
                        "the target has no table " + table.name() + "; both need the same version of the program"));
        List<String> missing = table.columns().stream()
                .map(Table.Column::name)
                .filter(name -> there.indexOf(name) < 0)
                .toList();
        if (!missing.isEmpty() || there.columns().size() != table.columns().size()) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    "the table " + table.name() + " has other columns in the target than in the source; both need the"
                            + " same version of the program");
        }
    }

    private static Optional<Table> find(Table table, TableStore store) {
        return store.tables().stream()
                .filter(other -> other.name().equals(table.name()))
                .findFirst();
    }

    /** Returns the source's table for the target: the same columns in the same order, with the target's kinds. */
    private static Table shape(Table table, TableStore into) {
        Table there = find(table, into).orElseThrow();
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(column -> there.columns().get(there.indexOf(column.name())))
                        .toList(),
                table.key());
    }

    /** Returns how many rows are there from before. */
    private long requireEmptyOrBegun(TableStore from, TableStore into, List<Table> taken) {
        long before = taken.stream().mapToLong(into::count).sum();
        if (before > 0) {
            taken.stream()
                    .filter(table ->
                            table.name().equals("master") || table.name().equals("admin"))
                    .forEach(table -> requireBeginning(from, into, table));
        }
        return before;
    }

    private void requireBeginning(TableStore from, TableStore into, Table table) {
        List<TableRow> there = new ArrayList<>();
        into.read(shape(table, into), List.of(), there::add);
        List<TableRow> here = new ArrayList<>();
        from.read(table, List.of(), row -> here.add(filter.filtered(table, row)));
        if (there.size() > here.size() || !here.subList(0, there.size()).equals(there)) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    "the target holds other experiments or accounts than the source; choose an empty database");
        }
    }

    /** Copies rows; while some are written, the next are read. */
    private TableDigest copy(TableStore from, TableStore into, Table table, List<Object> after, Counter counter) {
        Table shape = shape(table, into);
        if (!after.isEmpty()) {
            counter.add(into.count(shape));
        }
        TableDigest digest = new TableDigest();
        try (RowPump pump = new RowPump(rows -> {
            into.put(shape, rows);
            counter.add(rows.size());
        })) {
            from.read(table, after, row -> {
                TableRow taken = filter.filtered(table, row);
                digest.add(taken);
                pump.add(taken);
            });
            pump.finish();
        }
        return digest;
    }

    private Map<String, Long> verify(
            TableStore from, TableStore into, List<Table> taken, Map<Table, TableDigest> digests, Counter counter) {
        Map<String, Long> rows = new LinkedHashMap<>();
        boolean resumed = digests.size() < taken.size();
        counter.restart("comparing", counter.total());
        for (Table table : taken) {
            String wanted = Optional.ofNullable(digests.get(table))
                    .orElseGet(() -> digest(from, table, filter, Counter.NOBODY))
                    .value();
            TableDigest found = digest(into, shape(table, into), RowFilter.ALL, counter);
            boolean equal = found.value().equals(wanted);
            if (!equal && resumed) {
                // The source went on between the two runs, and rows of result tables change.
                var unused = copy(from, into, table, List.of(), Counter.NOBODY);
                found = digest(into, shape(table, into), RowFilter.ALL, Counter.NOBODY);
                equal = found.value().equals(wanted);
            }
            if (!equal) {
                throw new AepsychException(
                        StandardError.STORAGE_UNAVAILABLE,
                        "the table " + table.name() + " differs from the source after copying; empty the target and"
                                + " copy again");
            }
            rows.put(table.name(), found.rows());
        }
        return rows;
    }

    private static TableDigest digest(TableStore store, Table table, RowFilter filter, Counter counter) {
        TableDigest digest = new TableDigest();
        store.read(table, List.of(), row -> {
            digest.add(filter.filtered(table, row));
            counter.add(1);
        });
        return digest;
    }

    /** Tells a person now and then; every row would be too often. */
    private static final class Counter {
        private static final int NOW_AND_THEN = 2000;
        private static final Counter NOBODY = new Counter(CopyProgress.SILENT, 0);

        private final CopyProgress progress;
        private String step = "";
        private long done;
        private long total;
        private long told;

        Counter(CopyProgress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        synchronized void step(String name) {
            step = name;
        }

        synchronized void restart(String name, long all) {
            step = name;
            done = 0;
            told = 0;
            total = all;
        }

        long total() {
            return total;
        }

        synchronized void add(long rows) {
            done = Math.min(total, done + rows);
            if (done - told >= NOW_AND_THEN || done == total) {
                told = done;
                progress.advanced(step, done, total);
            }
        }
    }
}
