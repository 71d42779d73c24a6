package org.aepsych.core.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.aepsych.api.storage.TableRow;

/** Writes rows in portions on a thread of its own: one portion is written while the next one is read. Used once. */
final class RowPump implements AutoCloseable {
    private static final int MOST_ROWS = 10_000;

    /** Counted in characters and bytes, so that rows with whole files in them do not fill the memory. */
    private static final int MOST_WEIGHT = 8_000_000;

    private final Consumer<List<TableRow>> writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "database-copy"));
    private List<TableRow> portion = new ArrayList<>();
    private int weight;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    /**
     * A pump.
     *
     * @param writer writes a portion; called on another thread, one call after the other
     */
    RowPump(Consumer<List<TableRow>> writer) {
        this.writer = writer;
    }

    /** Takes a row; waits if two portions are full. Throws what the writer threw. */
    void add(TableRow row) {
        portion.add(row);
        for (Optional<Object> cell : row.cells()) {
            weight += cell.map(RowPump::weight).orElse(1);
        }
        if (portion.size() == MOST_ROWS || weight >= MOST_WEIGHT) {
            write();
        }
    }

    private static int weight(Object cell) {
        if (cell instanceof String text) {
            return text.length();
        }
        return cell instanceof byte[] bytes ? bytes.length : Long.BYTES;
    }

    private void write() {
        await();
        List<TableRow> full = portion;
        portion = new ArrayList<>();
        weight = 0;
        writing = CompletableFuture.runAsync(() -> writer.accept(full), thread);
    }

    /** Returns when everything is written. */
    void finish() {
        if (!portion.isEmpty()) {
            write();
        }
        await();
    }

    private void await() {
        try {
            writing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
