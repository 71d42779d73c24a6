package org.aepsych.web.main;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows how many rows of a file have been written: one line that changes on a terminal, a line for each file elsewhere. */
final class RowCounter {
    private final PrintWriter out;
    private final boolean terminal = Terminal.isWatched();
    private String file = "";
    private long rows;

    RowCounter(PrintWriter out) {
        this.out = out;
    }

    void written(String now, long count) {
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
    void end() {
        if (!file.isEmpty()) {
            out.println(terminal ? "" : line());
            file = "";
        }
    }

    private String line() {
        return String.format(Locale.ROOT, "  %,12d rows  %s", rows, file);
    }
}
