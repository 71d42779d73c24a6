package org.aepsych.web.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures how long it takes until what one participant has played is seen on the others' screens.
 *
 * <p>Screens show how many have played. When a play is answered, what was recorded before it had been sent by then; so a
 * screen that shows as many as had been sent by then shows this play too. What is measured, from the sending of the play
 * until a screen shows as many, is therefore never less than what passed. Thread-safe.
 */
final class Screens {
    private final Latencies seen;
    private final int screens;
    private final SortedMap<Integer, Round> rounds = new TreeMap<>();

    /**
     * Screens that show nothing yet.
     *
     * @param screens how many
     * @param seen gets the time that each play took to each other screen
     */
    Screens(int screens, Latencies seen) {
        this.screens = screens;
        this.seen = seen;
    }

    /** A play is about to be sent. */
    synchronized void plays(int round) {
        round(round).sent++;
    }

    /** A play was answered. */
    synchronized void played(int round, int screen, long sentNanos) {
        round(round).answered(screen, sentNanos);
    }

    /** A screen shows how many have played a round; whatever came before has been seen too. */
    synchronized void shows(int screen, int round, int done, long nanos) {
        rounds.headMap(round).values().forEach(earlier -> earlier.sees(screen, Integer.MAX_VALUE, nanos));
        round(round).sees(screen, done, nanos);
        rounds.headMap(round - 1).clear();
    }

    private Round round(int round) {
        return rounds.computeIfAbsent(round, number -> new Round());
    }

    /** A play, to be seen on every screen that shows so many. */
    private record Answered(int screen, int count, long sentNanos) {}

    /** What was played in a round, and what each screen has shown of it. */
    private final class Round {
        private final List<Answered> plays = new ArrayList<>();

        /** How many have played, as each screen shows it. */
        private final int[] shown = new int[screens];

        private int sent;

        /** How many of the plays each screen has been measured for. */
        private final int[] measured = new int[screens];

        /** When each screen last changed: a play that is answered later was shown by then. */
        private final long[] changed = new long[screens];

        void answered(int screen, long sentNanos) {
            plays.add(new Answered(screen, sent, sentNanos));
            for (int other = 0; other < screens; other++) {
                measure(other);
            }
        }

        void sees(int screen, int done, long nanos) {
            if (done > shown[screen]) {
                shown[screen] = done;
                changed[screen] = nanos;
                measure(screen);
            }
        }

        private void measure(int screen) {
            while (measured[screen] < plays.size()
                    && plays.get(measured[screen]).count() <= shown[screen]) {
                Answered play = plays.get(measured[screen]++);
                if (play.screen() != screen) {
                    seen.add(Math.max(0, changed[screen] - play.sentNanos()));
                }
            }
        }
    }
}
