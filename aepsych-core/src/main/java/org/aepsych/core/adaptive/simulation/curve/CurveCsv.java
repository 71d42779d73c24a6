package org.aepsych.core.adaptive.simulation.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aepsych.core.adaptive.simulation.study.Measurement;
import org.aepsych.core.adaptive.simulation.study.Metric;
import org.aepsych.core.adaptive.simulation.study.Replicate;
import org.aepsych.core.adaptive.simulation.study.Study;

/** Every measurement as a line of a CSV file. */
public final class CurveCsv {
    private CurveCsv() {}

    /**
     * Writes sessions.
     *
     * @param sessions of any studies
     * @return a line of names, and one for each measurement; a value that there is not is empty. The outcome's name is there
     *     if a study has several
     */
    public static String text(List<Replicate> sessions) {
        boolean several = sessions.stream()
                .anyMatch(session -> session.study().questions().size() > 1);
        List<Metric> metrics = Arrays.stream(Metric.values())
                .filter(metric -> metric.always()
                        || measurements(sessions).anyMatch(one -> one.values().containsKey(metric)))
                .toList();
        StringBuilder out = new StringBuilder("problem,strategy,replicate,").append(several ? "outcome," : "");
        out.append("trials");
        metrics.forEach(metric -> out.append(',').append(metric.key()));
        out.append('\n');
        for (Replicate session : sessions) {
            Study study = session.study();
            for (Measurement measurement : session.measurements()) {
                out.append(quoted(study.problem())).append(',');
                out.append(quoted(study.strategy())).append(',');
                out.append(session.number()).append(',');
                if (several) {
                    out.append(quoted(
                                    study.questions().get(measurement.outcome()).outcome()))
                            .append(',');
                }
                out.append(measurement.trials());
                metrics.forEach(metric -> out.append(',').append(number(metric.of(measurement))));
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static Stream<Measurement> measurements(List<Replicate> sessions) {
        return sessions.stream().flatMap(session -> session.measurements().stream());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value);
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
