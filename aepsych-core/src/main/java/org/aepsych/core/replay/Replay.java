package org.aepsych.core.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ParticipantsCleared;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.engine.Fold;
import org.aepsych.core.engine.StreamProtocol;
import org.aepsych.core.engine.StreamProtocol.Divergence;

/**
 * Runs logs of one protocol again. Nothing is asked of a live server and nothing is written to the log, so it may run
 * beside one.
 *
 * @param <S> state of a stream
 * @param <E> its events
 */
public final class Replay<S, E> {
    private final StreamProtocol<S, E> protocol;
    private final Storage storage;

    /**
     * A replay of one protocol.
     *
     * @param protocol what the events mean
     * @param storage where the logs are
     */
    public Replay(StreamProtocol<S, E> protocol, Storage storage) {
        this.protocol = protocol;
        this.storage = storage;
    }

    /**
     * Makes every decision of a log again and compares, after checking the hash chain.
     *
     * @param stream which log
     * @return how far it is good, and the first problem with both values
     */
    public ReplayReport verify(StreamId stream) {
        AtomicLong good = new AtomicLong();
        try {
            new Fold<>(protocol)
                    .walk(
                            stream,
                            storage.events(),
                            (before, recorded, event) -> {
                                Optional<Divergence> divergence = protocol.recompute(before, recorded, event);
                                if (divergence.isPresent()) {
                                    throw new Diverged(sentence(stream, recorded.sequence(), divergence.get()));
                                }
                            },
                            (after, recorded, event) -> good.incrementAndGet());
            return new ReplayReport(stream, good.get(), Optional.empty());
        } catch (Diverged e) {
            return new ReplayReport(stream, good.get(), Optional.of(e.sentence));
        } catch (AepsychException e) {
            if (e.code() != StandardError.LOG_TAMPERED) {
                throw e;
            }
            return new ReplayReport(stream, good.get(), Optional.of(e.getMessage()));
        }
    }

    /**
     * Computes the result rows of a stream from its log alone.
     *
     * @param stream which log
     * @return the last row put for each key, in the order of the first put
     * @throws AepsychException {@code LOG_TAMPERED} if the log has been altered
     */
    public List<ResultRow> rows(StreamId stream) {
        Map<Object, ResultRow> rows = new LinkedHashMap<>();
        new Fold<>(protocol)
                .walk(stream, storage.events(), (before, recorded, event) -> {}, (after, recorded, event) -> {
                    for (ResultRow row : protocol.rows(after, recorded, event)) {
                        if (row instanceof ParticipantsCleared) {
                            rows.values().removeIf(earlier -> ParticipantsCleared.covers(earlier.getClass()));
                        } else {
                            rows.put(RowKey.of(row), row);
                        }
                    }
                });
        return new ArrayList<>(rows.values());
    }

    /**
     * Throws the result rows of a stream away and writes what the log says.
     *
     * @param stream which log
     * @return what the tables held, and what they hold now
     * @throws AepsychException {@code UNSUPPORTED} if the storage has no result tables; {@code LOG_TAMPERED} if the log
     *     has been altered, and then nothing is changed
     */
    public Rebuilt rebuild(StreamId stream) {
        ResultTables tables = storage.results()
                .orElseThrow(() -> new AepsychException(
                        StandardError.UNSUPPORTED, "this storage keeps no result tables; there is nothing to rebuild"));
        List<ResultRow> fresh = rows(stream);
        List<ResultRow> before = tables.read(stream);
        tables.replace(stream, fresh);
        return new Rebuilt(before, tables.read(stream));
    }

    /**
     * A rebuild's result.
     *
     * @param before rows that the tables held
     * @param after rows that they hold now, in the same order
     */
    public record Rebuilt(List<ResultRow> before, List<ResultRow> after) {
        /** Copies the lists. */
        public Rebuilt {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /**
         * Tells whether the rebuild changed nothing.
         *
         * @return true if the tables were what the log says
         */
        public boolean identical() {
            return before.equals(after);
        }
    }

    private static String sentence(StreamId stream, long sequence, Divergence divergence) {
        return "stream " + stream + ": message " + sequence + ": " + divergence.what() + " is recorded as "
                + divergence.recorded() + ", but comes out as " + divergence.recomputed();
    }

    private static final class Diverged extends RuntimeException {
        private final String sentence;

        Diverged(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}
