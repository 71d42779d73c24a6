package org.aepsych.web.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.AdaptiveHistory;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a session whose observer says yes above 4. */
class SessionPagesTest {
    private static final String PASSWORD = "correct horse";
    private static final int TRIALS = 12;
    private static final String FILE = """
            [common]
            parnames = [level, size]
            stimuli_per_trial = 1
            outcome_types = [binary]
            strategy_names = [explore, refine]
            [level]
            par_type = continuous
            lower_bound = 0
            upper_bound = 10
            [size]
            par_type = continuous
            lower_bound = 1
            upper_bound = 100
            log_scale = True
            [explore]
            generator = SobolGenerator
            min_asks = 6
            [refine]
            generator = OptimizeAcqfGenerator
            model = GPClassificationModel
            acqf = EAVC
            min_asks = 20
            [OptimizeAcqfGenerator]
            samps = 20
            restarts = 1
            [EAVC]
            target = 0.6
            [metadata]
            experiment_name = Levels & sizes
            """;

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Browser admin;
    private static StreamId session;
    private static String token;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        var owner = server.get(Administrators.class).create("lab@example.org", PASSWORD);
        token = server.get(ApiTokens.class)
                .make("a program", AdminRole.VIEWER, 1, owner)
                .text();
        AdaptiveExperiments adaptive = server.get(AdaptiveExperiments.class);
        session = adaptive.setup(Json.Obj.empty(), ExperimentFile.parse(FILE), Optional.empty()).stream();
        for (int trial = 0; trial < TRIALS; trial++) {
            var asked = server.get(SessionMessages.class).ask(session, Json.Obj.empty(), 1, Json.Obj.empty());
            var stimulus = asked.presentations().get(0).stimuli().get(0);
            double level = Double.parseDouble(stimulus.values().get(0).toString());
            Json.Obj message = (Json.Obj) new JsonReader()
                    .read("{\"config\": {\"level\": [" + level + "], \"size\": ["
                            + stimulus.values().get(1) + "]}, \"outcome\": " + (level > 4 ? 1 : 0) + "}");
            var unused = server.get(SessionMessages.class).tell(session, Json.Obj.empty(), message);
        }
        admin = new Browser(server.address());
        admin.open("/admin");
        admin.submit("/admin/login", "email", "lab@example.org", "password", PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String page(String query) {
        HttpResponse<String> page = admin.open("/admin/adaptive/" + session.value() + query);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    @Test
    void theTableOfTrialsHasAColumnForEachOfTwoStimuli() {
        String file = FILE.replace("stimuli_per_trial = 1", "stimuli_per_trial = 2")
                .replace("[explore, refine]", "[explore]");
        StreamId pairs = server
                .get(AdaptiveExperiments.class)
                .setup(Json.Obj.empty(), ExperimentFile.parse(file), Optional.empty())
                .stream();
        Json.Obj message = (Json.Obj)
                new JsonReader().read("{\"config\": {\"size\": [[10, 20]], \"level\": [[3, 4]]}, \"outcome\": 1}");
        var unused = server.get(SessionMessages.class).tell(pairs, Json.Obj.empty(), message);

        String table = admin.open("/admin/adaptive/" + pairs.value()).body();

        assertThat(table)
                .as("what replay and export call the session")
                .containsPattern("<dt>log</dt>\\s*<dd[^>]*>" + pairs.value() + "</dd>");
        assertThat(table.replaceAll("\\s*<[^>]*>\\s*", " "))
                .containsPattern(
                        "Trial +level_stimuli0 +level_stimuli1 +size_stimuli0 +size_stimuli1 +outcome +1 +3 +4 +10 +20 +1 ");
    }

    @Test
    void thePageShowsMapsOfTheBeliefAndOfItsUncertainty() {
        assertThat(page(""))
                .contains("Levels &amp; sizes", "What GPClassificationModel believes after 12 observations")
                .contains("threshold at 60 %", "Uncertainty", "class=\"area heat-9\"", "class=\"area doubt-9\"")
                .contains("<option value=\"level\" selected>")
                .doesNotContain("<script>", "style=\"");
    }

    @Test
    void aSliceIsChosenInTheAddress() {
        assertThat(page("?x=level&y=&at.size=50&target=0.5"))
                .contains("threshold of level at 50 % yes", "Trials in order", "at.size")
                .contains("95 % credible band");
        assertThat(admin.open("/admin/adaptive/" + session.value() + "?x=none").statusCode())
                .isEqualTo(422);
    }

    @Test
    void programsReadTheSameNumbers() throws Exception {
        JsonNode answer = JsonMapper.builder().build().readTree(get("?y=&at.size=50"));
        assertThat(answer.required("scale").stringValue()).isEqualTo("PROBABILITY");
        assertThat(answer.required("axes").get(0).required("values").size()).isEqualTo(101);
        assertThat(answer.required("target").doubleValue()).isEqualTo(0.6);
        JsonNode threshold = answer.required("threshold");
        assertThat(threshold.required("value").doubleValue())
                .isBetween(
                        threshold.required("lower").doubleValue(),
                        threshold.required("upper").doubleValue());
        JsonNode beliefs = answer.required("beliefs");
        assertThat(beliefs.get(100).required("expected").doubleValue())
                .isGreaterThan(beliefs.get(0).required("expected").doubleValue());
    }

    @Test
    void everyMessageCanBeSeenAgainWithTheStateAfterIt() {
        String time = "/time?at=";
        assertThat(page(time + "1")).contains("As it was after message 1 of 25", "Nothing: no stimulus waited");
        assertThat(page(time + "2"))
                .contains("As it was after message 2 of 25", "looking at", "Back one")
                .contains("No trial has been told yet.");
        assertThat(page(time + "11")).contains("Step explore asks without a model", ">5</dd>");
        assertThat(page(time + "99&y=&at.size=50"))
                .contains("As it was after message 25 of 25", "after 12 observations", "threshold of level at 60 % yes")
                .contains("?at=24&amp;at.size=50&amp;y=");
    }

    @Test
    void theLogIsVerifiedInThePage() {
        String page = page("/time");
        assertThat(page).contains("Verify the whole log");
        assertThat(admin.submit("/admin/adaptive/" + session.value() + "/time/verify")
                        .body())
                .contains("All 25 messages were decided again and came out bit for bit");
    }

    @Test
    void aForkGoesOnWithASimulatedObserverAndLeavesTheOriginalAlone() {
        assertThat(page("/time?at=11")).contains("Fork from here");
        HttpResponse<String> copy = admin.submit("/admin/adaptive/" + session.value() + "/time/fork", "at", "11");
        assertThat(copy.body()).contains("Sandbox copy", "Nobody real takes part here");
        String address = copy.uri().getPath();
        assertThat(admin.submit(address + "/sandbox/trials", "trials", "8").body())
                .contains(">13</dd>", "What GPClassificationModel believes after 13 observations");
        StreamId fork = new StreamId(Long.parseLong(address.substring(address.lastIndexOf('/') + 1)));
        assertThat(server.get(AdaptiveHistory.class).verify(fork).problem()).isEmpty();
        AdaptiveExperiments adaptive = server.get(AdaptiveExperiments.class);
        assertThat(adaptive.view(session).trials()).hasSize(TRIALS);
        assertThat(adaptive.lastActive(Set.of()).orElseThrow().stream())
                .as("no client goes on in a sandbox")
                .isNotEqualTo(fork);
        assertThat(admin.open("/admin").body()).contains("Levels &amp; sizes from message 11");
        assertThat(page("")).doesNotContain("Sandbox copy");
        assertThat(admin.submit("/admin/adaptive/" + session.value() + "/sandbox/trials", "trials", "1")
                        .statusCode())
                .isEqualTo(403);
    }

    private static String get(String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address() + "/api/v1/sessions/" + session.value() + "/posterior" + query))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
