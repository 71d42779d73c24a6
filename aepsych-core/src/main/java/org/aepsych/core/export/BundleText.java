package org.aepsych.core.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.design.Metadata;
import org.aepsych.core.json.Json;

/** The files of a bundle that explain the tables. */
final class BundleText {
    private final List<OpenedStream> streams;
    private final List<ExportTable> tables;
    private final ExportRequest request;
    private final StreamHeader header;

    BundleText(List<OpenedStream> streams, List<ExportTable> tables, ExportRequest request) {
        this.streams = streams;
        this.tables = tables;
        this.request = request;
        this.header = streams.get(0).header();
    }

    String readme() {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(name()).append("\n\n");
        header.experimentDescription()
                .filter(said -> !Metadata.saysNothing(said))
                .ifPresent(said -> text.append(said).append("\n\n"));
        text.append("""
                Tables of the experiment `%s`, one observation per row. Rows of different tables belong together by the
                columns of the same name (`experiment_id, session_id, participant_id, round, game, trial`). Texts are
                UTF-8, times are UTC, an empty cell is a missing value. `data_dictionary.csv` says what every column is,
                `dataset_description.json` the same for machines (Psych-DS), and `manifest.json` holds the checksum of
                every file and the number and hash of the last event that the tables follow from.

                In a spreadsheet do not open the CSV files by a double click: import them as text in UTF-8 (in Excel, Data,
                From Text/CSV). Otherwise it takes `1/2` for a date; the columns `..._value` have such numbers as decimals.

                | table | a row is |
                |---|---|
                """.formatted(header.experimentId()));
        tables.forEach(table -> text.append("| `")
                .append(table.name())
                .append("` | ")
                .append(table.description())
                .append(" |\n"));
        text.append(request.identifiers() ? """

                        **The table `identifiers` says who the participants are. Do not publish it.**
                        """ : """

                        Participants are numbers or codes; who they are is not in these files.
                        """);
        return text.toString();
    }

    String dictionary() {
        StringBuilder text = new StringBuilder("table,column,type,description\n");
        for (ExportTable table : tables) {
            for (ExportColumn column : table.columns()) {
                text.append(table.name())
                        .append(',')
                        .append(quoted(column.name()))
                        .append(',')
                        .append(column.type().word())
                        .append(',')
                        .append(quoted(column.description()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Psych-DS wants the name of every column once. */
    String description() {
        Map<String, Json> measured = new LinkedHashMap<>();
        for (ExportTable table : tables) {
            for (ExportColumn column : table.columns()) {
                measured.putIfAbsent(
                        column.name(),
                        Json.Obj.empty()
                                .with("@type", Json.of("PropertyValue"))
                                .with("name", Json.of(column.name()))
                                .with("description", Json.of(column.description()))
                                .with("unitText", Json.of(column.type().word())));
            }
        }
        return Json.Obj.empty()
                        .with("@context", Json.of("https://schema.org/"))
                        .with("@type", Json.of("Dataset"))
                        .with("name", Json.of(name()))
                        .with(
                                "description",
                                Json.of(header.experimentDescription()
                                        .filter(said -> !Metadata.saysNothing(said))
                                        .orElse("Data of the experiment " + header.experimentId())))
                        .with("identifier", Json.of(header.experimentId().value()))
                        .with("schemaVersion", Json.of("Psych-DS 0.4.0"))
                        .with("variableMeasured", new Json.Arr(new ArrayList<>(measured.values())))
                        .text()
                + "\n";
    }

    String manifest(Storage storage, ExportReport report) {
        List<Json> files = report.files().stream()
                .<Json>map(file -> {
                    Json.Obj entry = Json.Obj.empty().with("name", Json.of(file.name()));
                    if (file.rows() >= 0) {
                        entry = entry.with("rows", Json.of(file.rows()));
                    }
                    return entry.with("bytes", Json.of(file.bytes())).with("sha256", Json.of(file.sha256()));
                })
                .toList();
        List<Json> logs = streams.stream()
                .<Json>map(stream -> {
                    long last = storage.events().last(stream.id());
                    String hash = last == 0
                            ? ""
                            : storage.events()
                                    .read(stream.id(), last - 1)
                                    .get(0)
                                    .hash();
                    return Json.Obj.empty()
                            .with("session_id", Json.of(stream.id().value()))
                            .with("last_event", Json.of(last))
                            .with("hash", Json.of(hash));
                })
                .toList();
        return lines(Json.Obj.empty()
                .with("format", Json.of("aepsych export 1"))
                .with("experiment_id", Json.of(header.experimentId().value()))
                .with("identifiers", Json.of(request.identifiers()))
                .with("logs", new Json.Arr(logs))
                .with("files", new Json.Arr(files)));
    }

    /** One member of each list on a line, so that two manifests can be compared. */
    private static String lines(Json.Obj object) {
        return object.members().entrySet().stream()
                .map(member -> "  " + Json.of(member.getKey()).text() + ": "
                        + (member.getValue() instanceof Json.Arr array
                                ? array.items().stream()
                                        .map(item -> "    " + item.text())
                                        .collect(Collectors.joining(",\n", "[\n", "\n  ]"))
                                : member.getValue().text()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private String name() {
        return header.experimentName()
                .filter(said -> !Metadata.saysNothing(said))
                .orElse(header.experimentId().value());
    }
}
