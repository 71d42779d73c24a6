package org.aepsych.core.database;

import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;

/** Checks the chains of hashes of logs, whatever their messages mean. */
public final class LogCheck {
    private static final int PORTION = 2000;

    private final StreamId stream;
    private long last;
    private String hash = HashChain.GENESIS;

    private LogCheck(StreamId stream) {
        this.stream = stream;
    }

    /**
     * What was checked.
     *
     * @param streams logs
     * @param messages messages of them
     */
    public record Checked(long streams, long messages) {}

    /**
     * Checks all logs of a storage.
     *
     * @param storage where they are
     * @param progress is told how far it is
     * @return how many there are
     * @throws AepsychException {@code LOG_TAMPERED} naming the first message that was altered or is missing
     */
    public static Checked all(Storage storage, CopyProgress progress) {
        long total = storage.streams().list().stream()
                .mapToLong(stream -> storage.events().last(stream.id()))
                .sum();
        long streams = 0;
        long messages = 0;
        for (OpenedStream stream : storage.streams().list()) {
            LogCheck check = new LogCheck(stream.id());
            long before = messages;
            storage.events().read(stream.id(), 0, event -> {
                check.next(event);
                if (check.last % PORTION == 0) {
                    progress.advanced("verifying the logs", Math.min(total, before + check.last), total);
                }
            });
            streams++;
            messages += check.last;
        }
        return new Checked(streams, messages);
    }

    private void next(RecordedEvent event) {
        String expected = HashChain.next(hash, last + 1, event.event());
        if (event.sequence() != last + 1 || !expected.equals(event.hash())) {
            throw new AepsychException(
                    StandardError.LOG_TAMPERED,
                    "log " + stream + ": message " + (last + 1) + " has been altered or is missing; ./aepsych replay"
                            + " verify says more");
        }
        last = event.sequence();
        hash = event.hash();
    }
}
