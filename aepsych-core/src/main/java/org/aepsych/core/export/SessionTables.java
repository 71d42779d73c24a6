package org.aepsych.core.export;

import static org.aepsych.core.export.ColumnType.FLAG;
import static org.aepsych.core.export.ColumnType.REAL;
import static org.aepsych.core.export.ColumnType.TEXT;
import static org.aepsych.core.export.ColumnType.TIME;
import static org.aepsych.core.export.ColumnType.WHOLE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.presented.OpeningSession;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** The tables of an adaptive experiment with all its sessions. */
final class SessionTables {
    static final ExportColumn PARTICIPANT = new ExportColumn(
            "participant_id", TEXT, "who took part, as the experiment file says; empty if it does not");
    private static final String PARAMETER = "parameter_";
    private static final String OUTCOME = "outcome_";
    private static final String EXTRA = "extra_";

    private final ExportSource source;
    private final List<OpenedStream> streams;

    SessionTables(ExportSource source, List<OpenedStream> streams) {
        this.source = source;
        this.streams = streams;
    }

    List<ExportTable> tables(boolean thresholds) {
        List<ExportTable> tables = new ArrayList<>(List.of(participants(), trials()));
        if (thresholds) {
            ThresholdTable.of(source, streams).ifPresent(tables::add);
        }
        tables.add(EventTable.of(source, streams));
        return tables;
    }

    private ExportTable participants() {
        return new ExportTable(
                "participants",
                "one row for each session; that which only opened an experiment to browsers is none",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        PARTICIPANT,
                        new ExportColumn("experiment_name", TEXT, "name from the experiment file"),
                        new ExportColumn("trials", WHOLE, "how many trials were recorded"),
                        new ExportColumn("events", WHOLE, "how many events the log has"),
                        new ExportColumn("began", TIME, "time of the first event, UTC"),
                        new ExportColumn("ended", TIME, "time of the last event, UTC"),
                        new ExportColumn(
                                "consent",
                                TEXT,
                                "what the participant agreed to when the session began, in the words that were shown; empty"
                                        + " if nobody was asked"),
                        new ExportColumn(
                                "language",
                                TEXT,
                                "language in which it was read, such as fr; empty if nobody was asked"),
                        new ExportColumn("metadata", TEXT, "further metadata of the experiment file, as JSON text")),
                reader -> streams.forEach(stream -> participant(stream, reader)));
    }

    private void participant(OpenedStream stream, Consumer<@Nullable Object[]> reader) {
        Count trials = new Count();
        source.rows(stream, TrialRow.class, row -> trials.value++);
        boolean opened = event(stream, 1)
                .filter(first -> trials.value == 0 && OpeningSession.isOne(source.sessions(), first))
                .isPresent();
        if (opened) {
            return;
        }
        long last = source.storage().events().last(stream.id());
        reader.accept(new Object[] {
            stream.header().experimentId().value(),
            stream.id().value(),
            stream.header().participantId().orElse(null),
            stream.header().experimentName().orElse(null),
            trials.value,
            last,
            event(stream, 1).map(RecordedEvent::timestamp).orElse(null),
            event(stream, last).map(RecordedEvent::timestamp).orElse(null),
            joining(stream, "consent"),
            joining(stream, "language"),
            stream.header().extraMetadata().orElse(null)
        });
    }

    /** What was recorded when somebody joined in a browser. */
    private @Nullable String joining(OpenedStream stream, String member) {
        return event(stream, 1)
                .flatMap(
                        setup -> object(new JsonReader().read(setup.contents())).find("request"))
                .flatMap(request -> object(request).find("joining"))
                .flatMap(joining -> object(joining).find(member))
                .map(value -> value instanceof Json.Text text ? text.value() : value.text())
                .orElse(null);
    }

    private static Json.Obj object(Json json) {
        return json instanceof Json.Obj object ? object : Json.Obj.empty();
    }

    private Optional<RecordedEvent> event(OpenedStream stream, long sequence) {
        First first = new First();
        if (sequence > 0) {
            source.storage().events().read(stream.id(), sequence - 1, first);
        }
        return first.event;
    }

    private static final class First implements Consumer<RecordedEvent> {
        private Optional<RecordedEvent> event = Optional.empty();

        @Override
        public void accept(RecordedEvent recorded) {
            if (event.isEmpty()) {
                event = Optional.of(recorded);
            }
        }
    }

    private static final class Count {
        private long value;
    }

    private ExportTable trials() {
        Map<String, ColumnType> parameters = new LinkedHashMap<>();
        Map<String, ColumnType> outcomes = new LinkedHashMap<>();
        ExtraData extra = new ExtraData();
        streams.forEach(stream -> source.rows(stream, TrialRow.class, row -> {
            row.parameters()
                    .forEach(value -> parameters.merge(
                            value.name(), number(value.value()).isPresent() ? REAL : TEXT, SessionTables::wider));
            row.outcomes().forEach(value -> outcomes.put(value.name(), REAL));
            extra.see(row.extraData());
        }));
        List<ExportColumn> columns = new ArrayList<>(List.of(
                Columns.EXPERIMENT,
                Columns.SESSION,
                PARTICIPANT,
                new ExportColumn("trial", WHOLE, "number of the trial within the session, from 1"),
                new ExportColumn("sequence", WHOLE, "event that brought it: events.sequence"),
                new ExportColumn("time", TIME, "when the outcome was received, UTC"),
                new ExportColumn("time_ms", WHOLE, "the same in milliseconds since 1970-01-01T00:00Z"),
                new ExportColumn("model_data", FLAG, "whether the model was given the trial")));
        parameters.forEach((name, type) -> columns.add(new ExportColumn(
                PARAMETER + name, type, "value of the parameter " + name + " that was presented, in its own unit")));
        outcomes.forEach((name, type) -> columns.add(
                new ExportColumn(OUTCOME + name, type, "the outcome " + name + "; empty if it is no number")));
        extra.types()
                .forEach((name, type) -> columns.add(new ExportColumn(
                        EXTRA + name, type, "the member " + name + " of extra_data; empty if it is not there")));
        columns.add(new ExportColumn("extra_data", TEXT, "all that the client sent along, as JSON text"));
        return new ExportTable(
                "trials",
                "one row for each trial: what was presented, and what came of it",
                columns,
                reader -> streams.forEach(stream -> trials(stream, parameters, outcomes, extra, reader)));
    }

    private void trials(
            OpenedStream stream,
            Map<String, ColumnType> parameters,
            Map<String, ColumnType> outcomes,
            ExtraData extra,
            Consumer<@Nullable Object[]> reader) {
        Count trial = new Count();
        source.rows(stream, TrialRow.class, row -> {
            trial.value++;
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(stream.header().experimentId().value());
            cells.add(stream.id().value());
            cells.add(stream.header().participantId().orElse(null));
            cells.add(trial.value);
            cells.add(row.sequence());
            cells.add(row.timestamp());
            cells.add(row.timestamp().toEpochMilli());
            cells.add(row.modelData());
            parameters.forEach((name, type) -> cells.add(parameter(row, name, type)));
            outcomes.forEach((name, type) -> cells.add(outcome(row, name)));
            Collections.addAll(cells, extra.cells(row.extraData()));
            cells.add(row.extraData());
            reader.accept(cells.toArray());
        });
    }

    private static @Nullable Object parameter(TrialRow row, String name, ColumnType type) {
        for (NamedText value : row.parameters()) {
            if (value.name().equals(name)) {
                return type == REAL ? (Object) number(value.value()).orElseThrow() : value.value();
            }
        }
        return null;
    }

    private static @Nullable Object outcome(TrialRow row, String name) {
        for (NamedNumber value : row.outcomes()) {
            if (value.name().equals(name)) {
                return Double.isNaN(value.value()) ? null : (Object) value.value();
            }
        }
        return null;
    }

    private static ColumnType wider(ColumnType one, ColumnType other) {
        return one == other ? one : TEXT;
    }

    static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
