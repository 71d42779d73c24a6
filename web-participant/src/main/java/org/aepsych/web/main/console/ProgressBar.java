package org.aepsych.web.main.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far long work has come: a bar that moves on a terminal, a line now and then elsewhere. Thread-safe. */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final Duration PAUSE_ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration PAUSE_ELSEWHERE = Duration.ofSeconds(20);

    private final PrintWriter out;
    private final String unit;
    private final int total;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long last;
    private int done;

    /**
     * Begins.
     *
     * @param out where to show it
     * @param unit what is counted, in the plural
     * @param total how many there will be
     */
    public ProgressBar(PrintWriter out, String unit, int total) {
        this.out = out;
        this.unit = unit;
        this.total = total;
        terminal = Terminal.isWatched();
        last = start - PAUSE_ELSEWHERE.toNanos();
    }

    /**
     * Shows how far the work is, unless that was just shown.
     *
     * @param count how many are done; less than before changes nothing
     */
    public synchronized void show(int count) {
        done = Math.max(done, count);
        long now = System.nanoTime();
        Duration pause = terminal ? PAUSE_ON_TERMINAL : PAUSE_ELSEWHERE;
        if (now - last >= pause.toNanos()) {
            last = now;
            print(now);
        }
    }

    private void print(long now) {
        int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
        String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
        String line = String.format(
                Locale.ROOT, "[%s] %d of %d %s%s", bar, done, total, unit, done == total ? "" : remaining(now));
        out.print(terminal ? "\r" + line + "   " : line + System.lineSeparator());
        out.flush();
    }

    private String remaining(long now) {
        if (done == 0) {
            return "";
        }
        long seconds = Duration.ofNanos((now - start) / done * (total - done)).toSeconds();
        return seconds < 90 ? ", " + seconds + " s left" : ", " + (seconds + 30) / 60 + " min left";
    }

    @Override
    public synchronized void close() {
        print(System.nanoTime());
        if (terminal) {
            out.println();
        }
    }
}
