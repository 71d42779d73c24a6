package org.aepsych.web.main.database;

import java.util.Locale;
import org.aepsych.core.database.CopyReport;
import org.aepsych.core.database.DatabaseCopy;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.StepBar;

/** Runs a copy before people's eyes. */
final class CopyRun {
    private CopyRun() {}

    static CopyReport run(Console console, DatabaseCopy copy) {
        long begun = System.nanoTime();
        StepBar bar = new StepBar(console.err());
        CopyReport report;
        try {
            report = copy.run(bar);
        } finally {
            bar.end();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "copied and compared %d rows of %d tables in %.1f seconds; the hashes of %d messages in %d logs"
                                + " are good",
                        report.allRows(),
                        report.rows().size(),
                        seconds,
                        report.messages(),
                        report.streams()));
        return report;
    }
}
