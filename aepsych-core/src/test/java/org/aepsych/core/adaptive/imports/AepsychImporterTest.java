package org.aepsych.core.adaptive.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.aepsych.core.adaptive.recorded.TrialTable;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.imports.ImportHints;
import org.aepsych.core.imports.ReadDatabase;
import org.aepsych.core.message.Conversation;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.TinyStrategies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions that AEPsych's server recorded, in files of its several generations. */
@OnEveryStorage
class AepsychImporterTest {
    private static final String ASK = "{\"type\": \"ask\", \"message\": \"\"}";

    private final AdaptiveBench bench = new AdaptiveBench();
    private final AdaptiveProtocol protocol = new AdaptiveProtocol(TinyStrategies.extensions());
    private final AepsychImporter importer = new AepsychImporter(protocol, ZoneId.of("Europe/Berlin"));

    @AfterEach
    void close() {
        bench.close();
    }

    private static RecordedByAepsych session() {
        return new RecordedByAepsych().setup(AdaptiveBench.TWO_STEPS);
    }

    private static String tell(String intensity, String outcome) {
        return "{\"type\": \"tell\", \"message\": {\"config\": {\"intensity\": [" + intensity + "]}, \"outcome\": "
                + outcome + "}, \"extra_info\": {\"rt\": 0.5}}";
    }

    private ReadDatabase imported(RecordedByAepsych database) {
        assertThat(importer.recognises(database)).isTrue();
        ReadDatabase read = importer.read(database, ImportHints.NONE);
        List<ExperimentId> unused = read.store(bench.storage(), Optional.empty());
        assertThat(bench.replay().verify(new StreamId(1)).problem()).isEmpty();
        assertThat(bench.replay().rebuild(new StreamId(1)).identical()).isTrue();
        return read;
    }

    private List<RecordedEvent> log() {
        return bench.storage().events().read(new StreamId(1), 0);
    }

    private List<TrialRow> trials() {
        return bench.storage().results().orElseThrow().read(new StreamId(1)).stream()
                .filter(TrialRow.class::isInstance)
                .map(TrialRow.class::cast)
                .toList();
    }

    @Test
    void messagesKeepTheirOrderAndTheirTimes() {
        ReadDatabase read = imported(session()
                .say(ASK)
                .say(tell("3.5", "1"))
                .say("{\"type\": \"query\", \"message\": {\"query_type\": \"max\"}}")
                .say("{\"type\": \"can_model\", \"message\": \"\"}"));

        assertThat(log()).extracting(RecordedEvent::type).containsExactly("setup", "ask", "tell", "query", "can_model");
        assertThat(log().get(1).timestamp()).isEqualTo(Instant.parse("2022-10-27T12:00:02.220994Z"));
        assertThat(read.report().summary())
                .isEqualTo("AEPsych, 1 of 1 sessions with 5 messages and 1 trials can be taken over");
        assertThat(read.report().notes()).hasSize(1);
        assertThat(bench.experiments().list().get(0).experimentId()).isEqualTo("old");
    }

    @Test
    void whatWasToldAfterAnAskIsWhatWasPresented() {
        imported(session().say(ASK).say(tell("3.5", "1")).say(ASK).say(ASK).say(tell("7", "0")));

        assertThat(log())
                .extracting(RecordedEvent::contents)
                .satisfiesExactly(
                        setup -> assertThat(setup)
                                .contains("\"imported\": {\"program\": \"AEPsych\", \"unique_id\": 1}"),
                        ask -> assertThat(ask).contains("\"presentations\": [[[3.5]]]", "\"is_finished\": false"),
                        tell -> assertThat(tell).contains("3.5"),
                        ask -> assertThat(ask).contains("\"presentations\": []", "\"step\": 0"),
                        ask -> assertThat(ask).contains("\"presentations\": [[[7.0]]]", "\"step\": 1"),
                        tell -> assertThat(tell).contains("7"));
    }

    @Test
    void anImportedSessionGoesOnHere() {
        imported(session().say(ASK).say(tell("3.5", "1")));

        try (Conversation client = bench.desk().connect()) {
            assertThat(client.handle("{\"type\": \"resume\", \"message\": {\"strat_id\": 0}}")
                            .text())
                    .isEqualTo("{\"strat_id\": 0}");
            assertThat(client.handle(ASK).text()).startsWith("{\"config\": {\"intensity\": [");
        }
        assertThat(bench.replay().verify(new StreamId(1)).problem()).isEmpty();
    }

    @Test
    void whereTrialsHaveNoRoomForExtraDataItIsTakenFromTheRequest() {
        imported(session().say(tell("3.5", "1")));

        assertThat(trials().get(0).extraData()).isEqualTo("{\"rt\": 0.5}");
    }

    @Test
    void whereTrialsHaveExtraDataThatCounts() {
        imported(session()
                .say(tell("3.5", "1"))
                .say(tell("4", "0"))
                .trial("{\"moved\": true}")
                .trial("{}"));

        assertThat(trials()).extracting(TrialRow::extraData).containsExactly("{\"moved\": true}", "{}");
    }

    @Test
    void aListOfTellsIsAsManyTells() {
        imported(session()
                .say("{\"type\": \"tell\", \"message\": [{\"config\": {\"intensity\": [1]}, \"outcome\": 1},"
                        + " {\"config\": {\"intensity\": [2]}, \"outcome\": 0}]}"));

        assertThat(trials()).hasSize(2);
        assertThat(log())
                .hasSize(3)
                .last()
                .extracting(RecordedEvent::timestamp)
                .isEqualTo(log().get(1).timestamp());
    }

    @Test
    void valuesThatOnlyAepsychsModelsTakeAreKeptAsRecords() {
        ReadDatabase read = imported(session().say(tell("3.5", "0.1")).say(tell("4", "null")));

        assertThat(trials()).hasSize(1).first().matches(trial -> !trial.modelData());
        assertThat(read.report().notes())
                .anySatisfy(note ->
                        assertThat(note).startsWith("message 2 (tell): ").endsWith("no strategy learns from it"))
                .anySatisfy(note ->
                        assertThat(note).startsWith("message 3 (tell): ").endsWith("it is left out"));
    }

    @Test
    void aMessageThatCannotBeReadIsReportedAndTheOthersAreTaken() {
        RecordedByAepsych database = session();
        var unused = database.row(1, "tell", Optional.of(new byte[] {(byte) 0x80, 4, 'X', 9}));
        var late = database.row(1, "ask", Optional.of(RecordedByAepsych.pickle(new org.aepsych.core.json.Json.Null())));
        late.put("timestamp", "yesterday");
        var lost = database.row(0, "ask", Optional.of(RecordedByAepsych.pickle(new org.aepsych.core.json.Json.Null())));
        assertThat(lost).isNotEmpty();
        ReadDatabase read = imported(database.say(tell("3.5", "1")).setup(AdaptiveBench.TWO_STEPS));

        assertThat(trials()).hasSize(1);
        assertThat(read.report().notes())
                .satisfiesExactly(
                        note -> assertThat(note).startsWith("message 2 (tell) cannot be read: it ends"),
                        note -> assertThat(note).startsWith("message 3 (ask) has no readable time: "),
                        note -> assertThat(note).startsWith("message 4 belongs to no experiment"),
                        note -> assertThat(note).startsWith("message 6 (setup): a second setup"),
                        note -> assertThat(note).contains("Europe/Berlin"));
    }

    @Test
    void aHostilePickleAnywhereRefusesTheWholeFile() throws IOException {
        RecordedByAepsych database = session().say(tell("3.5", "1"));
        var unused = database.row(1, "tell", Optional.of(pickle("hostile-reduce")));

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> importer.read(database, ImportHints.NONE))
                .withMessageContainingAll("message 3 (tell)", "cannot be trusted", "posix.system");
        assertThat(bench.storage().streams().list()).isEmpty();
    }

    @Test
    void anExperimentThatTheServerSetUpItselfIsReadFromItsConfiguration() throws IOException {
        RecordedByAepsych database = new RecordedByAepsych().configuration(pickle("configuration"));
        var unused = database.row(1, "setup", Optional.empty());

        imported(database.say(
                "{\"type\": \"tell\", \"message\": {\"config\": {\"x1\": [0.5], \"x2\": [1]}," + " \"outcome\": 1}}"));

        assertThat(trials()).hasSize(1);
    }

    @Test
    void strategiesThatAreNotHereKeepNothingFromBeingTakenOver() {
        imported(new RecordedByAepsych()
                .setup(AdaptiveBench.TWO_STEPS.replace("SobolGenerator", "AncientGenerator"))
                .say(ASK)
                .say(tell("3.5", "1")));

        try (Conversation client = bench.desk().connect()) {
            var unused = client.handle("{\"type\": \"resume\", \"message\": {\"strat_id\": 0}}");
            assertThat(client.handle(ASK).text())
                    .contains("server_error", "AncientGenerator cannot be asked here", "no strategy of that name");
        }
        StringWriter csv = new StringWriter();
        assertThat(new TrialTable(bench.storage(), protocol).writeCsv(csv)).isEqualTo(1);
    }

    @Test
    void aSetupThatCannotBeReadLeavesOnlyItsSessionOut() {
        RecordedByAepsych database = new RecordedByAepsych()
                .setup("no file")
                .master(2, "experiment_id", "good")
                .message(
                        2,
                        "{\"type\": \"setup\", \"message\": {\"config_str\": "
                                + org.aepsych.core.json.Json.of(AdaptiveBench.TWO_STEPS)
                                        .text() + "}}")
                .master(3);
        ReadDatabase read = imported(database);

        assertThat(bench.storage().streams().list()).hasSize(1);
        assertThat(read.report().summary()).startsWith("AEPsych, 1 of 3 sessions");
        assertThat(read.report().notes())
                .anySatisfy(note -> assertThat(note).startsWith("experiment 1, message 1 (setup): "))
                .contains(
                        "experiment 1 is left out, as its setup cannot be read",
                        "experiment 3 has no messages that can be read; it is left out");
    }

    @Test
    void nothingIsImportedTwice() {
        RecordedByAepsych database = session().say(ASK).say(tell("3.5", "1"));
        ReadDatabase read = imported(database);

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> read.store(bench.storage(), Optional.empty()))
                .withMessageContaining("was imported before, as old");
        assertThat(read.store(bench.storage(), Optional.of(new ExperimentId("again"))))
                .containsExactly(new ExperimentId("again"));
        assertThat(bench.storage().streams().list()).hasSize(2);
    }

    private static byte[] pickle(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(AepsychImporterTest.class.getResourceAsStream("/pickle/cases.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .map(line -> HexFormat.of().parseHex(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
