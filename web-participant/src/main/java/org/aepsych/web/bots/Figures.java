package org.aepsych.web.bots;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What is counted while simulated participants play. Thread-safe. */
final class Figures {
    private static final int FAILURES_TOLD = 5;

    private final LongAdder failures = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder finished = new LongAdder();
    private final ConcurrentLinkedQueue<String> firstFailures = new ConcurrentLinkedQueue<>();
    private volatile Latencies plays = new Latencies();
    private volatile Latencies requests = new Latencies();
    private volatile long begun = System.nanoTime();
    private volatile long ended;

    /** A mixture was accepted. */
    void played(long nanos) {
        plays.add(nanos);
    }

    /** A mixture was not accepted, since the round was over. */
    void playedTooLate() {
        late.increment();
    }

    /** A request was answered. */
    void answered(long nanos) {
        requests.add(nanos);
    }

    /** A request was not answered as expected. */
    void failed(String sentence) {
        failures.increment();
        if (firstFailures.size() < FAILURES_TOLD) {
            firstFailures.add(sentence);
        }
    }

    /** Forgets everything so far but the failures. */
    void beginAnew() {
        plays = new Latencies();
        requests = new Latencies();
        begun = System.nanoTime();
    }

    private void end() {
        ended = System.nanoTime();
    }

    /**
     * Waits for lives to end.
     *
     * @param lives complete with whether a participant saw the end; never exceptionally
     * @return completes with the report when all are over
     */
    CompletableFuture<BotReport> reportAfter(List<CompletableFuture<Boolean>> lives) {
        CompletableFuture<?>[] counted = lives.stream()
                .map(life -> life.thenAccept(sawTheEnd -> {
                    if (sawTheEnd) {
                        finished.increment();
                    }
                }))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(counted).thenApply(all -> {
            end();
            return report(lives.size());
        });
    }

    /** Returns a report on some participants, as if the run ended now. */
    BotReport report(int bots) {
        return new BotReport(
                bots,
                finished.intValue(),
                plays.count(),
                late.sum(),
                requests.count(),
                failures(),
                elapsed(),
                BotReport.Percentiles.of(plays),
                BotReport.Percentiles.of(requests),
                firstFailures());
    }

    Latencies plays() {
        return plays;
    }

    Latencies requests() {
        return requests;
    }

    long failures() {
        return failures.sum();
    }

    List<String> firstFailures() {
        return List.copyOf(firstFailures);
    }

    Duration elapsed() {
        return Duration.ofNanos((ended == 0 ? System.nanoTime() : ended) - begun);
    }
}
