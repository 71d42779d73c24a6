package org.aepsych.tck;

import static org.aepsych.tck.Races.race;
import static org.aepsych.tck.Refusals.attempt;
import static org.aepsych.tck.StorageSamples.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.EventLog;
import org.aepsych.api.storage.Storage;

/** Several who want the same at the same time. */
final class Races {
    private Races() {}

    /** Runs somewhere between the others. */
    interface Racer<T> {
        T run(int number) throws Exception;
    }

    static <T> List<T> race(int racers, Racer<T> racer) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(racers);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < racers; i++) {
                int number = i;
                Callable<T> run = () -> {
                    start.await();
                    return racer.run(number);
                };
                running.add(pool.submit(run));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(120, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Lets writers who know the end of the log add to it at the same time, again and again. */
    static void assertOneWinnerEach(StreamId stream, List<Storage> instances) throws Exception {
        int target = 40;
        List<Integer> wins = race(6, writer -> {
            EventLog log = instances.get(writer % instances.size()).events();
            int won = 0;
            for (long last = log.last(stream); last < target; last = log.last(stream)) {
                Batch batch = batch(stream, last, "by " + writer).build();
                if (attempt(StandardError.STREAM_MOVED, () -> log.append(batch))) {
                    won++;
                }
            }
            return won;
        });

        assertThat(wins.stream().mapToInt(Integer::intValue).sum()).isEqualTo(target);
        assertThat(instances.get(0).events().read(stream, 0))
                .extracting(RecordedEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, target).boxed().toList());
    }
}
