package org.aepsych.web.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.state.GameState;

/** How many messages become durable each second, in every log. Thread-safe. */
@Singleton
public final class Pulse {
    /** How many seconds are remembered. */
    public static final int SECONDS = 60;

    private final InstantSource clock;
    private final Map<StreamId, Counts> counts = new ConcurrentHashMap<>();

    /**
     * Begins to count.
     *
     * @param games tells of game experiments
     * @param adaptive tells of adaptive sessions
     * @param clock tells the seconds
     */
    @Inject
    public Pulse(Engine<GameState, GameEvent> games, SessionLanes adaptive, InstantSource clock) {
        this.clock = clock;
        games.onCommit(this::committed);
        adaptive.engine().onCommit(this::committed);
    }

    private void committed(StreamId stream, long last) {
        counts.computeIfAbsent(stream, id -> new Counts(last - 1)).add(second(), last);
    }

    /**
     * Returns the counts of a log.
     *
     * @param stream which log
     * @return messages of each of the last {@value #SECONDS} full seconds, the latest last
     */
    public List<Integer> of(StreamId stream) {
        Counts found = counts.get(stream);
        return found == null ? Collections.nCopies(SECONDS, 0) : found.until(second());
    }

    /**
     * Returns how many messages have become durable since the server started.
     *
     * @return of all logs
     */
    public long total() {
        return counts.values().stream().mapToLong(Counts::total).sum();
    }

    private long second() {
        return clock.millis() / 1_000;
    }

    private static final class Counts {
        private final int[] ring = new int[SECONDS + 1];
        private long newest;
        private long last;
        private long total;

        Counts(long before) {
            this.last = before;
        }

        synchronized void add(long second, long now) {
            move(second);
            int more = (int) Math.max(0, now - last);
            ring[(int) (second % ring.length)] += more;
            total += more;
            last = Math.max(last, now);
        }

        synchronized List<Integer> until(long second) {
            move(second);
            List<Integer> counts = new ArrayList<>(SECONDS);
            for (long past = second - SECONDS; past < second; past++) {
                counts.add(ring[(int) Math.floorMod(past, (long) ring.length)]);
            }
            return counts;
        }

        synchronized long total() {
            return total;
        }

        private void move(long second) {
            for (long next = Math.max(newest + 1, second - SECONDS); next <= second; next++) {
                ring[(int) (next % ring.length)] = 0;
            }
            newest = Math.max(newest, second);
        }
    }
}
