package org.aepsych.web.main.database;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aepsych.core.adaptive.recorded.SessionSummary;

/** Prints sessions as a table: a line of names, then a line for each session, in columns. */
final class SummaryTable {
    private SummaryTable() {}

    static void print(List<SessionSummary> sessions, PrintWriter out) {
        Set<String> metadata = new LinkedHashSet<>();
        sessions.forEach(session -> metadata.addAll(session.metadata().keySet()));
        List<List<String>> lines = new ArrayList<>();
        lines.add(names(metadata));
        sessions.forEach(session -> lines.add(line(session, metadata)));
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                text.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static List<String> names(Set<String> metadata) {
        List<String> names = new ArrayList<>(
                List.of("experiment_id", "experiment_name", "experiment_description", "participant_id"));
        names.addAll(metadata);
        names.addAll(List.of(
                "creation_time",
                "time_last_modified",
                "stimuli_per_trial",
                "parameter_names",
                "outcome_names",
                "n_data"));
        return names;
    }

    private static List<String> line(SessionSummary session, Set<String> metadata) {
        List<String> line = new ArrayList<>();
        line.add(session.header().experimentId().value());
        line.add(session.header().experimentName().orElse(""));
        line.add(session.header().experimentDescription().orElse(""));
        line.add(session.header().participantId().orElse(""));
        metadata.forEach(key -> line.add(session.metadata().getOrDefault(key, "")));
        line.add(session.created().toString());
        line.add(session.modified().toString());
        line.add(session.stimuliPerTrial().map(String::valueOf).orElse(""));
        line.add(String.join(", ", session.parameters()));
        line.add(String.join(", ", session.outcomes()));
        line.add(Long.toString(session.trials()));
        line.replaceAll(text -> text.replaceAll("\\s+", " "));
        return line;
    }
}
