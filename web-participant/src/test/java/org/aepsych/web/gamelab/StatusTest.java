package org.aepsych.web.gamelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each page answers to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnEveryStorage
class StatusTest {
    private TestServer server;
    private Exchange fresh;
    private Exchange running;
    private Exchange closed;
    private String registered = "";
    private String player = "";
    private String waiting = "";
    private String excluded = "";

    @BeforeAll
    void start(@TempDir Path folder) {
        server = TestServer.start(folder, WebSettings.standard().limited(3, 1_000));
        fresh = exchange(define("fresh", ""));
        ParticipantId ann = server.participation()
                .register(new ExperimentId("fresh"), "Ann", Optional.empty())
                .participant();
        registered = cookies("fresh", ann);

        ExperimentId limited = define("running", "playermax = 1\nautoaddpreserve = yes\n");
        running = exchange(limited);
        for (String name : new String[] {"one", "two", "three", "four"}) {
            server.participation().register(limited, name, Optional.empty());
        }
        server.conduct().disable(limited, new ParticipantId(4));
        server.conduct().start(limited);
        player = seated(limited, true);
        waiting = seated(limited, false);
        excluded = cookies("running", new ParticipantId(4));

        closed = exchange(define("closed", "autoadd = no\n"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "doautoadd.json, ident=, 400",
        "doautoadd.json, other=1, 400",
        "doautoadd.json, ident=one, 403",
        "dologin.json, ident=one, 400",
        "DoLogin.JSON, ident=one, 400",
        "docheckround.json, '', 403",
        "doloadexpr.json, '', 403",
        "doplay.json, gid=1&round=0&index0=1, 403",
        "doplay.json, gid=x, 403",
        "doinstr.json, '', 403",
        "doloadquestions.json, '', 403",
        "doanswer.json, aid=0&choice0=3, 403",
        "doanswercustom.json, '', 403",
        "doautoadd.html, ident=new, 404",
        "doloadexpr, '', 404",
        "doplay.csv, '', 404",
        "mturkfinish.json, '', 403",
        "nothing.json, '', 404",
        "nothing.html, '', 404",
        "a/b.json, '', 404",
        "dologin.json, ident=%zz, 400",
        "doautoadd.json, ident=%00, 400",
    })
    void strangersGetAStatusAndNoBody(String page, String form, int status) {
        assertStatus(running.post(page, form), status);
    }

    @Test
    void registrationMayBeClosedAndTheExperimentUnknown() {
        assertStatus(closed.post("doautoadd.json", "ident=new"), 404);
        assertStatus(exchange(new ExperimentId("none")).post("doautoadd.json", "ident=new"), 404);
        assertStatus(exchange(new ExperimentId("none")).get("doloadexpr.json"), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "docheckround.json, 400",
        "doloadexpr.json, 409",
        "doloadquestions.json, 409",
        "doplay.json?gid=1&round=0&index0=1, 409",
        "dologin.json, 409",
        "mturkfinish.json, 409",
    })
    void nothingCanBeDoneBeforeTheStart(String page, int status) {
        assertStatus(fresh.get(page, "Cookie", registered), status);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "round=0&index0=1, 400",
        "gid=1&index0=1, 400",
        "gid=1&round=-1&index0=1, 400",
        "gid=1&round=0.0&index0=1, 400",
        "gid=9&round=0&index0=1, 400",
        "gid=99999999999&round=0&index0=1, 400",
        "gid=4294967297&round=0&index0=1, 400",
        "gid=1&round=99999999999999999999&index0=1, 400",
        "gid=1&round=0, 400",
        "gid=1&round=7&index0=2, 400",
        "gid=1&round=0&index0=1/0, 400",
        "gid=1&round=0&index0=1/3&index1=0.6667, 400",
        "gid=1&round=0&index0=-1&index1=2, 400",
        "gid=1&round=7&index0=1, 409",
        "gid=1&round=4294967296&index0=1, 409",
    })
    void playsThatDoNotFitAreRefused(String form, int status) {
        assertStatus(running.post("doplay.json", form, "Cookie", player), status);
    }

    @Test
    void aGameIsPlayedOnceWithFieldsFromBodyAndAddress() {
        assertStatus(
                running.post("doplay.json?gid=2&index0=.25", "round= +0 &index1=3/4&index9=x", "Cookie", player), 200);
        assertStatus(running.get("doplay.json?gid=2&round=0&index0=1", "Cookie", player), 409);
    }

    @Test
    void theLobbyNeitherSeesNorPlays() {
        assertStatus(running.get("doloadexpr.json", "Cookie", waiting), 429);
        assertStatus(running.post("doplay.json", "gid=1&round=0&index0=1", "Cookie", waiting), 409);
        assertThat(running.get("docheckround.json", "Cookie", waiting).body()).isEqualTo("{\"round\": 0}");
    }

    @Test
    void theExcludedAreStrangers() {
        assertStatus(running.get("docheckround.json", "Cookie", excluded), 403);
        assertStatus(running.get("doloadexpr.json", "Cookie", excluded), 403);
    }

    /** A recruiting service may add what it likes to the address; where it leads does not depend on that. */
    @ParameterizedTest
    @CsvSource({
        "mturk.html",
        "mturk.html?assignmentId=ASSIGNMENT_ID_NOT_AVAILABLE&hitId=H1",
        "mturk.html?assignmentId=A1&hitId=H1&workerId=W1",
        "mturk.html?assignmentId=//evil.example&workerId=<script>",
        "mturkpreview.html?assignmentId=ASSIGNMENT_ID_NOT_AVAILABLE",
    })
    void recruitedWorkersAreLedToTheExperimentsOwnPage(String page) {
        for (HttpResponse<String> answer : List.of(running.get(encoded(page)), running.post(encoded(page), ""))) {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(
                            place -> assertThat(URI.create(place).getPath()).isEqualTo("/e/running"));
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as("nobody is logged in by that")
                    .isEmpty();
        }
        assertThat(server.games().summary(new ExperimentId("running")).participants())
                .as("and nobody registered")
                .isEqualTo(4);
        assertStatus(running.get(encoded(page).replace(".html", ".json")), 404);
        assertStatus(exchange(new ExperimentId("none")).get(encoded(page)), 404);
    }

    private static String encoded(String page) {
        return page.replace("<", "%3C").replace(">", "%3E");
    }

    @Test
    void aRecruitedWorkerJoinsThereAndReadsHowTheyArePaid() {
        ExperimentId paid = define("paid", "instructions_kind = recruited\n");
        Browser worker = new Browser(server.address());
        worker.open("/e/paid/lab/mturk.html?assignmentId=A1&hitId=H1&workerId=W1");
        worker.submit("/e/paid", "identifier", "W1");

        assertThat(worker.open("/e/paid/instructions").body()).contains("paid to you as a bonus");
        assertThat(server.games().adminView(paid).participants())
                .extracting(one -> one.identifier().orElseThrow())
                .containsExactly("W1");
    }

    @Test
    void aPairOfAnotherExperimentIsWorthNothing() {
        assertStatus(running.get("doloadexpr.json", "Cookie", registered), 403);
    }

    @Test
    void aPairOfFieldsCountsBeforeThatOfTheCookies() {
        String fields = player.replace(';', '&');
        assertStatus(running.get("doinstr.json?instr&" + fields), 200);
        assertStatus(running.post("doinstr.json", fields, "Cookie", "sessid=1; sesscookie=1"), 200);
        assertStatus(running.get("doinstr.json?sessid=1&sesscookie=1", "Cookie", player), 403);
        assertStatus(running.get("doinstr.json?sessid=1&sesscookie=x", "Cookie", player), 403);
        assertStatus(running.get("doinstr.json?sessid=1", "Cookie", player.replace(";", "; ")), 200);
    }

    @ParameterizedTest
    @CsvSource({"HEAD", "PUT", "DELETE", "PATCH"})
    void otherMethodsAreNotAllowedAnywhere(String method) {
        assertStatus(running.method(method, "doloadexpr.json", "Cookie", player), 405);
        assertStatus(running.method(method, "nothing.json"), 405);
    }

    @Test
    void optionsAreTold() {
        HttpResponse<String> answer = running.method("OPTIONS", "doplay.json");
        assertStatus(answer, 200);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET POST OPTIONS");
    }

    @Test
    void thereIsNoQuestionnaire() {
        assertThat(running.get("doloadquestions.json", "Cookie", player).body())
                .isEqualTo("{\"questionnaire\": 0, \"answered\": 0, \"custom\": []}");
    }

    @ParameterizedTest
    @CsvSource({
        "aid=0&choice0=3, 200",
        "aid=0&choice0=2, 400",
        "aid=0, 400",
        "choice0=3, 400",
        "aid=8&choice8=1, 400",
        "aid=-1, 400",
        "aid=4&choice4a=1/3&choice4b=2/3, 200",
        "aid=4&choice4a=&choice4b=1, 200",
        "aid=4&choice4b=1, 400",
        "aid=5&choice5a=&choice5b=1, 400",
        "aid=5&choice5a=2&choice5b=-1, 400",
        "aid=5&choice5a=.5&choice5b=.5, 200",
        "aid=7&choice7=1, 200",
    })
    void answersAreJudgedAllTheSame(String form, int status) {
        assertStatus(running.post("doanswer.json", form, "Cookie", player), status);
        assertStatus(running.post("doanswercustom.json", form, "Cookie", player), 400);
    }

    @Test
    void tooManyWrongPasswordsHaveToWait(@TempDir Path folder) {
        try (TestServer strict = TestServer.start(folder, WebSettings.standard().limited(2, 1))) {
            ExperimentId id = strict.games().define(TestServer.TWO_GAMES);
            Exchange exchange = new Exchange(URI.create(strict.address() + "/e/" + id + "/lab"));
            assertThat(exchange.post("doautoadd.json", "ident=a").statusCode()).isEqualTo(200);
            assertStatus(exchange.post("doautoadd.json", "ident=b"), 429);
            strict.conduct().start(id);
            assertStatus(exchange.post("dologin.json", "ident=a&password=b"), 400);
            assertStatus(exchange.post("dologin.json", "ident=b&password=b"), 400);
            HttpResponse<String> tooMany = exchange.post("dologin.json", "ident=a&password=b");
            assertStatus(tooMany, 429);
            assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private ExperimentId define(String id, String options) {
        return server.games()
                .define(TestServer.TWO_GAMES
                        .replace("experiment_id = two", "experiment_id = " + id)
                        .replace("[metadata]", options + "[metadata]"));
    }

    private Exchange exchange(ExperimentId id) {
        return new Exchange(URI.create(server.address() + "/e/" + id + "/lab"));
    }

    private String seated(ExperimentId id, boolean in) {
        return server.games().adminView(id).participants().stream()
                .filter(someone -> someone.enabled() && someone.joined().isPresent() == in)
                .map(someone -> cookies(id.value(), someone.id()))
                .findFirst()
                .orElseThrow();
    }

    private String cookies(String experiment, ParticipantId participant) {
        SessionPair pair = SessionPair.of(server.get(ParticipantSessions.class)
                .open(server.games().stream(new ExperimentId(experiment)), participant, "test"));
        return "sessid=" + pair.sessid() + ";sesscookie=" + pair.sesscookie();
    }

    private static void assertStatus(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache, no-store");
        assertThat(answer.headers().firstValue("Pragma")).hasValue("no-cache");
    }
}
