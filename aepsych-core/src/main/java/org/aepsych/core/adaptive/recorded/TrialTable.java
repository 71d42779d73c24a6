package org.aepsych.core.adaptive.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.adaptive.event.Trial;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.json.PythonText;

/**
 * All trials of all adaptive sessions as one table, in the columns and the order of AEPsych's {@code aepsych_database
 * --tocsv}. The logs are read twice, first for the columns, so that it needs no more memory than they do.
 */
public final class TrialTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Storage storage;
    private final AdaptiveProtocol protocol;
    private final JsonReader reader = new JsonReader();

    /**
     * The table of a storage.
     *
     * @param storage where the logs are
     * @param protocol what the events mean
     */
    public TrialTable(Storage storage, AdaptiveProtocol protocol) {
        this.storage = storage;
        this.protocol = protocol;
    }

    /**
     * Writes the table as comma-separated values: a line of names, then a line for each trial, all ended by a line feed.
     * Times are in UTC. The same logs give the same characters.
     *
     * @param out where to
     * @return the number of trials
     * @throws UncheckedIOException if it cannot be written
     */
    public long writeCsv(Appendable out) {
        Map<String, TrialColumn> columns = columns();
        CsvLine line = new CsvLine(out);
        line.write(columns.keySet());
        Counter trials = new Counter();
        rows(row -> {
            line.write(columns.entrySet().stream()
                    .map(column -> column.getValue().text(Optional.ofNullable(row.get(column.getKey()))))
                    .toList());
            trials.count++;
        });
        return trials.count;
    }

    private static final class Counter {
        private long count;
    }

    private Map<String, TrialColumn> columns() {
        Map<String, TrialColumn> columns = new LinkedHashMap<>();
        Counter rows = new Counter();
        rows(row -> {
            rows.count++;
            row.forEach((name, value) ->
                    columns.computeIfAbsent(name, first -> new TrialColumn()).add(value));
        });
        columns.values().forEach(column -> column.complete(rows.count));
        return columns;
    }

    private void rows(Consumer<Map<String, Json>> consumer) {
        SessionLog.forEach(storage, protocol, session -> {
            StreamHeader header = session.stream().header();
            Json.Obj metadata = header.extraMetadata().map(this::object).orElse(Json.Obj.empty());
            session.tells(told -> {
                for (Trial trial : told.tell().trials()) {
                    Map<String, Json> row = new LinkedHashMap<>();
                    row.put("experiment_id", Json.of(header.experimentId().value()));
                    row.put("experiment_name", text(header.experimentName()));
                    row.put("experiment_description", text(header.experimentDescription()));
                    row.put("participant_id", text(header.participantId()));
                    row.put("timestamp", Json.of(time(told.at())));
                    row.putAll(metadata.members());
                    trial.parameters().forEach(value -> row.put(value.name(), parameter(value)));
                    trial.outcomes().forEach(value -> row.put(value.name(), outcome(value)));
                    row.putAll(object(told.tell().extraData()).members());
                    consumer.accept(row);
                }
            });
        });
    }

    private Json.Obj object(String text) {
        return reader.read(text) instanceof Json.Obj object ? object : Json.Obj.empty();
    }

    private static Json parameter(NamedText value) {
        return Json.of(value.value());
    }

    private static Json outcome(NamedNumber value) {
        return Json.of(value.value());
    }

    private static Json text(Optional<String> text) {
        return text.map(Json::of).orElse(new Json.Null());
    }

    static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Writes lines of values; quotes only what needs it. */
    private record CsvLine(Appendable out) {
        void write(Iterable<String> values) {
            try {
                String separator = "";
                for (String value : values) {
                    out.append(separator).append(quoted(value));
                    separator = ",";
                }
                out.append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String quoted(String value) {
            boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
        }
    }

    /** What is in a column, which decides how its numbers are written: as in a data frame of Python's pandas. */
    private static final class TrialColumn {
        private long values;
        private boolean numbers = true;
        private boolean fractions;

        void add(Json value) {
            if (value instanceof Json.Null) {
                return;
            }
            values++;
            numbers &= value instanceof Json.Whole || value instanceof Json.Real;
            fractions |= value instanceof Json.Real;
        }

        /** A column of whole numbers with gaps holds fractions, as those have a number that is none. */
        void complete(long rows) {
            fractions |= values < rows;
        }

        String text(Optional<Json> value) {
            Json json = value.orElse(new Json.Null());
            if (json instanceof Json.Null || (json instanceof Json.Real real && Double.isNaN(real.value()))) {
                return "";
            }
            if (numbers && fractions && json instanceof Json.Whole whole) {
                return PythonText.repr(whole.value().doubleValue());
            }
            return PythonText.str(json);
        }
    }
}
