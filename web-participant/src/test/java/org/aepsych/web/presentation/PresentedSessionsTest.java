package org.aepsych.web.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryStorage
class PresentedSessionsTest {
    private static final String FILE = """
            [common]
            parnames = [contrast]
            stimuli_per_trial = 1
            outcome_types = [binary]
            strategy_names = [explore]
            seed = 4
            [metadata]
            experiment_name = <b>Patches</b>
            experiment_id = patches
            [contrast]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [explore]
            generator = SobolGenerator
            min_asks = 3
            min_total_outcome_occurrences = 0
            [presentation]
            presenter = gabor
            task = two_alternative
            practice_trials = 1
            consent = May we <i>record</i> you?
            consent_de = Dürfen wir?
            question = <script>alert(1)</script>
            [gabor]
            frequency = 2
            """;
    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([0-9a-f]{64})\"");

    private TestServer server;

    @BeforeEach
    void openTheExperiment(@TempDir Path folder) {
        server = TestServer.start(folder);
        setup(FILE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void setup(String file) {
        int unused = server.get(AdaptiveDesk.class).setupFromFile(file);
    }

    @Test
    void nobodyTakesPartWithoutConsent() {
        Browser browser = new Browser(server.address());
        assertThat(browser.open("/s/patches?lang=de").body())
                .contains("Dürfen wir?", "lang=\"de\"")
                .doesNotContain("<b>Patches");
        assertThat(browser.submit("/s/patches").statusCode()).isEqualTo(422);
        assertThat(browser.open("/s/patches/run").uri().getPath()).isEqualTo("/s/patches");
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void whatIsSentTwiceCountsOnceAndEveryTabShowsTheSameTrial() {
        Browser browser = join();
        String page = browser.open("/s/patches/run").body();
        assertThat(page).doesNotContain("<script>alert");
        Json.Obj first = post(browser, page, "next", Map.of());
        assertThat(post(browser, page, "next", Map.of())).isEqualTo(first);
        assertThat(first.find("practice")).contains(Json.of(true));

        Json.Obj once = answer(browser, page, 0, "0");
        Json.Obj twice = answer(browser, page, 0, "1");
        assertThat(twice).isEqualTo(once);
        assertThat(first.find("slots")).isNotEqualTo(next(once).find("slots"));

        Json.Obj trial = next(once);
        while (trial.find("finished").equals(Optional.of(Json.of(false)))) {
            int number = Integer.parseInt(trial.find("trial").orElseThrow().text());
            trial = next(answer(browser, page, number, "1"));
        }
        AdaptiveView view = view(1);
        assertThat(view.trials()).hasSize(4);
        assertThat(view.trials().stream().filter(AdaptiveView.Shown::modelData)).hasSize(3);
        assertThat(view.participantId()).isEqualTo("P07");
    }

    @Test
    void thePageOfTheExperimentFollowsWhoJoinsAndHowFarTheyAre() throws InterruptedException {
        String opening = "/admin/adaptive/" + server.get(AdaptiveExperiments.class).list().get(0).stream();
        Browser admin = server.administrator();
        assertThat(admin.open(opening).body()).contains("Nobody has joined yet");
        BlockingQueue<String> news = admin.listen(opening + "/events");
        assertThat(news.poll(20, TimeUnit.SECONDS))
                .as("look once when you listen")
                .isEqualTo("news 0");

        Browser browser = join();
        assertThat(news.poll(20, TimeUnit.SECONDS)).as("somebody has joined").isEqualTo("news 1000");
        assertThat(admin.open(opening).body()).contains("0 of 1 have finished", "has not begun");
        String page = browser.open("/s/patches/run").body();
        Json.Obj unused = answer(browser, page, 0, "0");
        assertThat(news.poll(20, TimeUnit.SECONDS)).as("a trial").isEqualTo("news 1000");
    }

    @Test
    void whoComesBackIsToldAndWhoIsSomebodyElseBeginsAnew() {
        Browser browser = join();
        String page = browser.open("/s/patches/run").body();
        assertThat(page).doesNotContain("This browser has been here before").contains("expected&#34;: 3");
        Json.Obj unused = answer(browser, page, 0, "0");
        Json.Obj more = answer(browser, page, 1, "0");
        assertThat(more.find("next")).isPresent();

        assertThat(browser.open("/s/patches?participant=P07").body())
                .contains("This browser has been here before", "Trials done: 1.", "I am somebody else");
        assertThat(browser.open("/s/patches?participant=P08").body()).contains("May we");
        assertThat(browser.submit("/s/patches", "agree", "yes", "participant", "P08")
                        .body())
                .doesNotContain("This browser has been here before");
        assertThat(view(2).participantId()).isEqualTo("P08");
        assertThat(view(2).trials()).isEmpty();
    }

    @Test
    void aTrialIsOnlyAnsweredWhenItWasPresentedAndAsTheTaskAllows() {
        Browser browser = join();
        String page = browser.open("/s/patches/run").body();
        assertThat(status(browser, page, 5, "0")).isEqualTo(409);
        assertThat(status(browser, page, 0, "maybe")).isEqualTo(422);
        assertThat(status(browser, "", 0, "0")).isEqualTo(403);
        assertThat(view(1).trials()).isEmpty();
    }

    @Test
    void theCorrectPlaceIsTheOneThatHasTheStimulus() {
        Browser browser = join();
        String page = browser.open("/s/patches/run").body();
        Json.Obj trial = post(browser, page, "next", Map.of());
        for (int number = 0; number < 4; number++) {
            Json.Arr slots = (Json.Arr) trial.find("slots").orElseThrow();
            int place = slots.items().get(0) instanceof Json.Null ? 1 : 0;
            Json.Obj answered = answer(browser, page, number, Integer.toString(number == 2 ? 1 - place : place));
            assertThat(answered.find("correct")).contains(Json.of(number != 2));
            trial = next(answered);
        }
        assertThat(view(1).trials())
                .extracting(shown -> shown.outcomes().get(0).value())
                .containsExactly(1.0, 1.0, 0.0, 1.0);
    }

    @Test
    void aPageOfAnotherServerTakesPartByToken() throws IOException, InterruptedException {
        HttpResponse<String> joined = api("", "none", "{\"participant\": \"J1\"}");
        assertThat(joined.statusCode()).isEqualTo(201);
        assertThat(joined.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        Json.Obj body = object(joined.body());
        String token = ((Json.Text) body.find("token").orElseThrow()).value();
        HttpResponse<String> answered =
                api("/answer", token, "{\"trial\": 0, \"answer\": 1, \"response_time\": 0.4, \"screen\": \"small\"}");
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(api("/answer", token, "{\"trial\": 0, \"answer\": 0}").body())
                .isEqualTo(answered.body());
        assertThat(api("/next", "none", "{}").statusCode()).isEqualTo(401);
        assertThat(api("/answer", token, "[1").statusCode()).isEqualTo(422);
        assertThat(view(1).participantId()).isEqualTo("J1");
    }

    @Test
    void filesOutsideTheExperimentsFolderAreNotServed() {
        Browser browser = new Browser(server.address());
        for (String path : new String[] {"..%2ftest.db", "%2e%2e", "a.html", "none.png"}) {
            assertThat(browser.open("/s/patches/files/" + path).statusCode()).isBetween(400, 404);
        }
        assertThat(browser.open("/s/patches/presenter.js").body()).contains("export function show");
        assertThat(browser.open("/s/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void anAepsychClientDoesNotTakeOverTheSessionOfABrowser() {
        Browser unused = join();
        assertThat(server.get(AdaptiveExperiments.class).lastActive(java.util.Set.of()))
                .hasValueSatisfying(opened -> assertThat(opened.number()).isZero());
    }

    private Browser join() {
        Browser browser = new Browser(server.address());
        assertThat(browser.open("/s/patches?participant=P07&lang=en").body()).contains("May we &lt;i&gt;record");
        HttpResponse<String> run = browser.submit("/s/patches", "agree", "yes", "participant", "P07");
        assertThat(run.uri().getPath()).isEqualTo("/s/patches/run");
        return browser;
    }

    private static Json.Obj answer(Browser browser, String page, int trial, String answer) {
        return post(browser, page, "answer", fields(trial, answer));
    }

    private static int status(Browser browser, String page, int trial, String answer) {
        return send(browser, page, "answer", fields(trial, answer)).statusCode();
    }

    private static Map<String, String> fields(int trial, String answer) {
        return Map.of(
                "trial",
                Integer.toString(trial),
                "answer",
                answer,
                "response_time",
                "0.25",
                "measured",
                "{\"frame_ms\": 16.7}");
    }

    private static Json.Obj post(Browser browser, String page, String path, Map<String, String> fields) {
        return object(send(browser, page, path, fields).body());
    }

    private static HttpResponse<String> send(Browser browser, String page, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        Matcher token = TOKEN.matcher(page);
        if (token.find()) {
            form.put("form_token", token.group(1));
        }
        return browser.post("/s/patches/" + path, form);
    }

    private static Json.Obj next(Json.Obj answered) {
        return (Json.Obj) answered.find("next").orElseThrow();
    }

    private static Json.Obj object(String text) {
        return (Json.Obj) new JsonReader().read(text);
    }

    private HttpResponse<String> api(String path, String token, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/sessions/patches" + path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private AdaptiveView view(int number) {
        AdaptiveExperiments adaptive = server.get(AdaptiveExperiments.class);
        return adaptive.view(adaptive.list().get(number).stream());
    }

    private int sessions() {
        return server.get(AdaptiveExperiments.class).count();
    }
}
