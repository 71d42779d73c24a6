package org.aepsych.web.main.console;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows how many rows of a file have been written: one line that changes on a terminal, a line for each file elsewhere. */
public final class RowCounter {
    private final PrintWriter out;
    private final boolean terminal = Terminal.isWatched();
    private String file = "";
    private long rows;

    /**
     * Begins.
     *
     * @param out where to show it
     */
    public RowCounter(PrintWriter out) {
        this.out = out;
    }

    /**
     * Shows how far the work is.
     *
     * @param now file that is being written
     * @param count rows that are in it
     */
    public void written(String now, long count) {
        if (!now.equals(file)) {
            end();
            file = now;
        }
        rows = count;
        if (terminal) {
            out.print("\r" + line());
            out.flush();
        }
    }

    /** Leaves the line. */
    public void end() {
        if (!file.isEmpty()) {
            out.println(terminal ? "" : line());
            file = "";
        }
    }

    private String line() {
        return String.format(Locale.ROOT, "  %,12d rows  %s", rows, file);
    }
}
