package org.aepsych.core.export;

import static org.aepsych.core.export.ColumnType.FLAG;
import static org.aepsych.core.export.ColumnType.REAL;
import static org.aepsych.core.export.ColumnType.TEXT;
import static org.aepsych.core.export.ColumnType.WHOLE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.posterior.ThresholdEstimates;
import org.aepsych.core.adaptive.posterior.ThresholdEstimates.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * What the models of an adaptive experiment's sessions say of its threshold. Each is asked when its rows are written, and
 * once however many formats there are; a session has few rows, so that these are kept.
 */
final class ThresholdTable {
    private static final String AT = "at_";

    private final ThresholdEstimates estimates;
    private final List<OpenedStream> sessions;
    private final Map<String, ColumnType> held;
    private final Map<StreamId, Asked> asked = new HashMap<>();

    private ThresholdTable(ThresholdEstimates estimates, List<OpenedStream> sessions, Map<String, ColumnType> held) {
        this.estimates = estimates;
        this.sessions = sessions;
        this.held = held;
    }

    /** What came of asking the model of a session: thresholds, or why there are none. */
    private record Asked(OpenedStream session, List<Threshold> thresholds, Optional<String> problem) {}

    /** Returns the table; empty if no threshold is sought in the experiment. */
    static Optional<ExportTable> of(ExportSource source, List<OpenedStream> all) {
        ThresholdEstimates estimates = new ThresholdEstimates(source.sessions(), source.storage());
        Map<String, ColumnType> held = new LinkedHashMap<>();
        List<OpenedStream> sought = new ArrayList<>();
        for (OpenedStream session : all) {
            estimates.held(session).ifPresent(parameters -> {
                sought.add(session);
                parameters.forEach(parameter -> held.merge(parameter.name(), type(parameter), ThresholdTable::wider));
            });
        }
        return sought.isEmpty() ? Optional.empty() : Optional.of(new ThresholdTable(estimates, sought, held).table());
    }

    private static ColumnType type(Parameter parameter) {
        return parameter instanceof Parameter.Categorical ? TEXT : REAL;
    }

    private static ColumnType wider(ColumnType one, ColumnType other) {
        return one == other ? one : TEXT;
    }

    /** A session whose strategy is not here, or fails, is no reason to withhold the data of all others. */
    private Asked ask(OpenedStream session) {
        try {
            return new Asked(session, estimates.of(session), Optional.empty());
        } catch (RuntimeException e) {
            String problem = String.valueOf(e.getMessage()).lines().collect(Collectors.joining("; "));
            return new Asked(session, List.of(), Optional.of(problem));
        }
    }

    private ExportTable table() {
        List<ExportColumn> columns = new ArrayList<>(List.of(
                Columns.EXPERIMENT,
                Columns.SESSION,
                SessionTables.PARTICIPANT,
                new ExportColumn("step", TEXT, "step at work after the last event"),
                new ExportColumn("model", TEXT, "model of that step, which was asked"),
                new ExportColumn(
                        "observations", WHOLE, "how many outcomes the model knew, those of earlier sessions included"),
                new ExportColumn("finished", FLAG, "whether the last step was finished"),
                new ExportColumn("outcome", TEXT, "which outcome, as the experiment file calls it"),
                new ExportColumn(
                        "target",
                        REAL,
                        "the expected outcome at the threshold, of yes and no the probability of a yes: as the file says,"
                                + " otherwise 0.75"),
                new ExportColumn(
                        "parameter", TEXT, "along which parameter the threshold was sought, all others held")));
        held.forEach((name, type) -> columns.add(
                new ExportColumn(AT + name, type, "where the parameter " + name + " was held, in its own unit")));
        columns.addAll(List.of(
                new ExportColumn(
                        "estimate",
                        REAL,
                        "value of the parameter at which the target is expected, in its own unit; the nearer bound if the"
                                + " model expects it nowhere between the bounds"),
                new ExportColumn("lower", REAL, "lower end of the credible interval, at least the lower bound"),
                new ExportColumn("upper", REAL, "upper end of the credible interval, at most the upper bound"),
                new ExportColumn("credibility", REAL, "probability that the threshold lies in that interval"),
                new ExportColumn(
                        "problem",
                        TEXT,
                        "why the model could not be asked; empty if it was, and the cells before are not")));
        return new ExportTable(
                "thresholds",
                "one row for each session whose model has data, and outcome: where it sees the threshold; of several parameters"
                        + " a row for each value at which the first other one was held",
                columns,
                reader -> sessions.forEach(
                        session -> rows(asked.computeIfAbsent(session.id(), id -> ask(session)), reader)));
    }

    private void rows(Asked session, Consumer<@Nullable Object[]> reader) {
        session.thresholds().forEach(threshold -> reader.accept(row(session, Optional.of(threshold))));
        if (session.problem().isPresent()) {
            reader.accept(row(session, Optional.empty()));
        }
    }

    private @Nullable Object[] row(Asked asked, Optional<Threshold> found) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(asked.session().header().experimentId().value());
        cells.add(asked.session().id().value());
        cells.add(asked.session().header().participantId().orElse(null));
        cells.add(found.map(Threshold::step).orElse(null));
        cells.add(found.map(Threshold::model).orElse(null));
        cells.add(found.map(threshold -> (long) threshold.observations()).orElse(null));
        cells.add(found.map(Threshold::finished).orElse(null));
        cells.add(found.map(Threshold::outcome).orElse(null));
        cells.add(found.map(Threshold::target).orElse(null));
        cells.add(found.map(Threshold::parameter).orElse(null));
        held.forEach((name, type) -> cells.add(
                found.flatMap(threshold -> Optional.ofNullable(threshold.held().get(name)))
                        .map(value -> cell(type, value))
                        .orElse(null)));
        cells.add(found.map(threshold -> threshold.value().value()).orElse(null));
        cells.add(found.map(threshold -> threshold.value().lower()).orElse(null));
        cells.add(found.map(threshold -> threshold.value().upper()).orElse(null));
        cells.add(found.map(Threshold::credibility).orElse(null));
        cells.add(asked.problem().orElse(null));
        return cells.toArray();
    }

    private static Object cell(ColumnType type, String value) {
        return type == REAL ? (Object) SessionTables.number(value).orElseThrow() : value;
    }
}
