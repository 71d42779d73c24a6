package org.aepsych.core.game.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.export.Bundle;
import org.aepsych.core.export.ExportFormat;
import org.aepsych.core.export.ExportProgress;
import org.aepsych.core.export.ExportReport;
import org.aepsych.core.export.ExportRequest;
import org.aepsych.core.export.Exports;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A game experiment as analysts get it. */
class GameExportTest {
    @TempDir
    private Path folder;

    private final GameLab lab = new GameLab();
    private final Exports exports = new Exports(lab.storage, lab.protocol, new AdaptiveProtocol(lab.extensions));
    private ExperimentId id = new ExperimentId("none");

    @BeforeEach
    void play() {
        id = lab.started(2, "rounds = 2\nminutes = 10\n[metadata]\nexperiment_id = two-rounds");
        lab.play(id, 1, 0, "1/3", "2/3");
        lab.play(id, 2, 0, "0", "1");
        lab.conduct.advance(id);
        lab.play(id, 1, 1, "1", "0");
    }

    @Test
    void everyTableIsTidy() throws IOException {
        export("a", ExportRequest.of(ExportFormat.CSV));

        assertThat(lines("a/data/study-tworounds_plays_data.csv"))
                .startsWith("experiment_id,session_id,participant_id,role,round,game,game_name,action,probability,"
                        + "probability_value,time,time_ms")
                .contains(
                        "two-rounds,1,1,column,0,1,pd,0,1/3,0.3333333333333333,2026-03-02T08:00:00Z,1772438400000",
                        "two-rounds,1,1,column,0,1,pd,1,2/3,0.6666666666666666,2026-03-02T08:00:00Z,1772438400000")
                .hasSize(1 + 2 * 3);
        assertThat(lines("a/data/study-tworounds_rounds_data.csv"))
                .contains("two-rounds,1,1,column,0,1,2/3,0.6666666666666666,2/3,0.6666666666666666,1");
        assertThat(lines("a/data/study-tworounds_games_data.csv")).contains("two-rounds,1,1,pd,0,1,0,0.0,5,5.0");
        assertThat(lines("a/data/study-tworounds_events_data.csv"))
                .hasSize(1 + (int) lab.storage.events().last(lab.stream(id)));
        assertThat(lines("a/data_dictionary.csv").stream().filter(line -> line.startsWith("plays,")))
                .hasSize(12);
    }

    @Test
    void whatWasAnsweredIsThereAsItWasEntered() throws IOException {
        ExperimentId asking = lab.define("""
                rounds = 1
                questionnaire = yes
                questions = [capital]
                [capital]
                question = Which is the capital of France?
                answer = Paris
                [metadata]
                experiment_id = asking
                """);
        ParticipantId ann = lab.register(asking, "ann");
        lab.participation.answer(asking, ann, 0, List.of("Lyon, \"I think\""));
        lab.participation.answer(asking, ann, 0, List.of("Paris"));
        id = asking;
        export("a", ExportRequest.of(ExportFormat.CSV));

        assertThat(lines("a/data/study-asking_answers_data.csv"))
                .hasSize(3)
                .anyMatch(line -> line.contains(",\"Lyon, \"\"I think\"\"\",false,"))
                .anyMatch(line -> line.contains(",Paris,true,"));
        lab.wipe(asking);
        export("b", ExportRequest.of(ExportFormat.CSV));
        assertThat(lines("b/data/study-asking_answers_data.csv")).hasSize(1);
    }

    @Test
    void whatWasWrittenToParticipantsAndWhoWasLetGoIsThere() throws IOException {
        lab.conduct.writeToAll(id, "Please, \"wait\".\nThank you.");
        lab.participation.dismiss(id, new ParticipantId(2), 1);
        lab.conduct.release(id, new ParticipantId(2));
        export("a", ExportRequest.of(ExportFormat.CSV));

        assertThat(Files.readString(folder.resolve("a/data/study-tworounds_notes_data.csv")))
                .contains(
                        "two-rounds,1,1,1,2026-03-02T08:00:00Z,\"Please, \"\"wait\"\".\nThank you.\",",
                        "Thank you.\",2026-03-02T08:00:00Z");
        assertThat(lines("a/data/study-tworounds_participants_data.csv"))
                .first()
                .asString()
                .endsWith(",released_round");
        assertThat(lines("a/data/study-tworounds_participants_data.csv"))
                .anyMatch(line -> line.startsWith("two-rounds,1,2,") && line.endsWith(",1"));
    }

    @Test
    void theSameLogGivesTheSameBytes() throws IOException {
        ExportRequest everything = new ExportRequest(EnumSet.allOf(ExportFormat.class), true);
        ExportReport report = export("a", everything);
        export("b", everything);
        assertThat(files("b")).isEqualTo(files("a"));
        assertThat(files("a")).hasSize(report.files().size() + 1);

        lab.play(id, 2, 1, "1", "0");
        export("c", everything);
        assertThat(files("c").get("manifest.json")).isNotEqualTo(files("a").get("manifest.json"));
    }

    @Test
    void theManifestHasTheChecksumOfEveryFile() throws IOException {
        ExportReport report = export("a", ExportRequest.of(ExportFormat.JSONL));

        String manifest = Files.readString(folder.resolve("a/manifest.json"));
        Json.Obj read = (Json.Obj) new JsonReader().read(manifest);
        assertThat(((Json.Arr) read.find("files").orElseThrow()).items())
                .hasSize(report.files().size());
        assertThat(report.files()).allSatisfy(file -> {
            assertThat(manifest).contains(file.sha256());
            assertThat(Files.size(folder.resolve("a").resolve(file.name()))).isEqualTo(file.bytes());
        });
        assertThat(manifest)
                .contains(lab.storage.events().read(lab.stream(id), 0).stream()
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .hash());
    }

    @Test
    void whoTheParticipantsAreIsThereOnlyOnRequest() throws IOException {
        export("a", ExportRequest.of(ExportFormat.CSV));
        export("b", new ExportRequest(EnumSet.of(ExportFormat.CSV), true));

        assertThat(files("a")).doesNotContainKey("data/study-tworounds_identifiers_data.csv");
        assertThat(lines("b/data/study-tworounds_identifiers_data.csv"))
                .contains("two-rounds,1,1,p1,2026-03-02T08:00:00Z");
    }

    @Test
    void aReaderOfApachesReadsTheParquetFiles() throws IOException {
        export("a", new ExportRequest(EnumSet.of(ExportFormat.PARQUET, ExportFormat.JSONL), false));

        for (String table : List.of("participants", "rounds", "plays", "payoffs", "averages", "games", "events")) {
            List<Map<String, Object>> rows = parquet("a/parquet/study-tworounds_" + table + "_data.parquet");
            List<Json.Obj> expected = lines("a/data/study-tworounds_" + table + "_data.jsonl").stream()
                    .map(line -> (Json.Obj) new JsonReader().read(line))
                    .toList();
            assertThat(rows).as(table).hasSameSizeAs(expected).isNotEmpty();
            for (int i = 0; i < rows.size(); i++) {
                Map<String, Object> row = rows.get(i);
                expected.get(i).members().forEach((name, json) -> {
                    Object cell = row.get(name);
                    if (json instanceof Json.Text text && !name.equals("time")) {
                        assertThat(cell).isEqualTo(text.value());
                    } else if (json instanceof Json.Whole whole) {
                        assertThat(cell).isEqualTo(whole.value().longValueExact());
                    } else if (json instanceof Json.Real real) {
                        assertThat(cell).isEqualTo(real.value());
                    } else if (json instanceof Json.Flag flag) {
                        assertThat(cell).isEqualTo(flag.value());
                    } else if (json instanceof Json.Null) {
                        assertThat(cell).isNull();
                    }
                });
            }
        }
    }

    @Test
    void anUnknownExperimentIsRefused() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> exports.write(
                        new ExperimentId("nowhere"),
                        ExportRequest.of(ExportFormat.CSV),
                        Bundle.folder(folder),
                        ExportProgress.SILENT))
                .withMessageContaining("nowhere");
    }

    private ExportReport export(String name, ExportRequest request) throws IOException {
        try (Bundle bundle = Bundle.folder(folder.resolve(name))) {
            return exports.write(id, request, bundle, ExportProgress.SILENT);
        }
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    private Map<String, List<Byte>> files(String name) throws IOException {
        Map<String, List<Byte>> files = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte each : Files.readAllBytes(file)) {
                    bytes.add(each);
                }
                files.put(root.relativize(file).toString(), bytes);
            }
        }
        return files;
    }

    private List<Map<String, Object>> parquet(String file) {
        Hydrator<Map<String, Object>, Map<String, Object>> hydrator = new Hydrator<>() {
            @Override
            public Map<String, Object> start() {
                return new LinkedHashMap<>();
            }

            @Override
            public Map<String, Object> add(Map<String, Object> row, String heading, Object value) {
                row.put(heading, value);
                return row;
            }

            @Override
            public Map<String, Object> finish(Map<String, Object> row) {
                return row;
            }
        };
        try (Stream<Map<String, Object>> rows =
                ParquetReader.streamContent(folder.resolve(file).toFile(), HydratorSupplier.constantly(hydrator))) {
            return rows.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
