package org.aepsych.web.main.console;

import java.io.PrintWriter;
import java.util.Locale;
import org.aepsych.core.database.CopyProgress;

/** Shows how far long work is: one line that changes on a terminal, a line for each tenth elsewhere. */
public final class StepBar implements CopyProgress {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private String step = "";
    private int shown = -1;

    /**
     * Begins.
     *
     * @param out where to show it
     */
    public StepBar(PrintWriter out) {
        this(out, Terminal.isWatched());
    }

    StepBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void advanced(String now, long done, long total) {
        int percent = total == 0 ? 100 : (int) (100 * done / total);
        int units = terminal ? percent : percent / 10;
        if (now.equals(step) && units == shown) {
            return;
        }
        if (terminal && !now.equals(step) && !step.isEmpty()) {
            out.println();
        }
        step = now;
        shown = units;
        if (terminal) {
            int filled = percent * WIDTH / 100;
            out.print(String.format(
                    Locale.ROOT,
                    "\r  [%s%s] %3d %%  %s",
                    "#".repeat(filled),
                    ".".repeat(WIDTH - filled),
                    percent,
                    now));
            out.flush();
        } else {
            out.println(String.format(Locale.ROOT, "  %3d %%  %s", percent, now));
        }
    }

    /** Leaves the line. */
    public void end() {
        if (terminal && !step.isEmpty()) {
            out.println();
        }
        step = "";
    }
}
