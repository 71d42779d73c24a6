package org.aepsych.web.bench;

import java.util.List;
import java.util.Locale;

/** Every measurement as a line of a CSV file. */
public final class CurveCsv {
    private CurveCsv() {}

    /**
     * Writes sessions.
     *
     * @param sessions of any studies
     * @return a line of names, and one for each measurement; a value that there is not is empty
     */
    public static String text(List<Replicate> sessions) {
        StringBuilder out = new StringBuilder("problem,strategy,replicate,trials");
        for (Metric metric : Metric.values()) {
            out.append(',').append(metric.key());
        }
        out.append('\n');
        for (Replicate session : sessions) {
            for (Measurement measurement : session.measurements()) {
                out.append(quoted(session.study().problem())).append(',');
                out.append(quoted(session.study().strategy())).append(',');
                out.append(session.number()).append(',').append(measurement.trials());
                for (Metric metric : Metric.values()) {
                    double value = metric.of(measurement);
                    out.append(',').append(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value));
                }
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
