package org.aepsych.core.replay;

import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.EventLog;
import org.aepsych.core.engine.StreamProtocol;
import org.aepsych.core.engine.StreamProtocol.Divergence;

/**
 * Runs a log again message by message, and goes on whatever it meets: a message that was altered, that cannot be read or
 * that comes out differently is reported, and the others are run. Writes nothing.
 *
 * @param <S> state of the stream
 * @param <E> its events
 */
public final class Rerun<S, E> {
    private final StreamProtocol<S, E> protocol;
    private final EventLog log;

    /**
     * A rerun of one protocol.
     *
     * @param protocol what the events mean
     * @param log where they are
     */
    public Rerun(StreamProtocol<S, E> protocol, EventLog log) {
        this.protocol = protocol;
        this.log = log;
    }

    /** What became of a message. */
    public enum Verdict {
        /** It was run. */
        GOOD,
        /** It was run, but decided otherwise than recorded; the record counts. */
        DIFFERENT,
        /** It was run, but is not what was once recorded. */
        ALTERED,
        /** It was left out: it cannot be read, or does not fit what came before. */
        LEFT_OUT
    }

    /**
     * A message that was looked at.
     *
     * @param recorded the message
     * @param verdict what became of it
     * @param note what is wrong; empty if nothing is
     */
    public record Run(RecordedEvent recorded, Verdict verdict, String note) {}

    /**
     * How far it came.
     *
     * @param state after the last message
     * @param messages how many there were
     * @param bad how many of them were not good
     * @param <S> state of the stream
     */
    public record Result<S>(S state, long messages, long bad) {}

    /**
     * Runs a log.
     *
     * @param stream which log
     * @param compute whether decisions are made again and compared; otherwise they are taken as recorded
     * @param last the last message to run
     * @param runs told of each message, in order
     * @return the state after the last one
     */
    public Result<S> run(StreamId stream, boolean compute, long last, Consumer<Run> runs) {
        Cursor cursor = new Cursor(protocol.initial(stream));
        log.read(stream, 0, recorded -> {
            if (recorded.sequence() <= last) {
                Run run = cursor.run(recorded, compute);
                cursor.messages++;
                cursor.bad += run.verdict() == Verdict.GOOD ? 0 : 1;
                runs.accept(run);
            }
        });
        return new Result<>(cursor.state, cursor.messages, cursor.bad);
    }

    private final class Cursor {
        private S state;
        private String hash = HashChain.GENESIS;
        private long messages;
        private long bad;

        Cursor(S state) {
            this.state = state;
        }

        Run run(RecordedEvent recorded, boolean compute) {
            boolean intact =
                    HashChain.next(hash, recorded.sequence(), recorded.event()).equals(recorded.hash());
            hash = recorded.hash();
            try {
                E event = protocol.decode(recorded);
                Optional<Divergence> divergence =
                        compute ? protocol.recompute(state, recorded, event) : Optional.empty();
                state = protocol.apply(state, recorded, event);
                if (!intact) {
                    return new Run(recorded, Verdict.ALTERED, "it was altered after it was recorded");
                }
                return divergence
                        .map(found -> new Run(
                                recorded, Verdict.DIFFERENT, found.what() + " comes out as " + found.recomputed()))
                        .orElseGet(() -> new Run(recorded, Verdict.GOOD, ""));
            } catch (AepsychException e) {
                return new Run(recorded, Verdict.LEFT_OUT, e.getMessage());
            }
        }
    }
}
