package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.admin.account.AdministratorLinks;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryStorage
class WholeGameTest {
    private static final Pattern SECRET = Pattern.compile("<span class=\"big-secret\">([^<]+)</span>");

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGameIsPlayedThroughPagesWithoutScripts() {
        Browser admin = administrator();
        admin.open("/admin/games/new");
        HttpResponse<String> monitor = admin.submit("/admin/games/new", "by", "text", "text", TestServer.TWO_GAMES);
        assertThat(monitor.statusCode()).isEqualTo(200);
        assertThat(monitor.body())
                .contains(
                        "Two games",
                        "not started",
                        "Start the experiment…",
                        "at least 2 participants, one on each side")
                .contains("Nobody gets a side yet.", "Others can still register");

        Browser ann = participant("Ann");
        Browser bob = participant("Bob");
        assertThat(ann.open("/e/two/play").body()).contains("Waiting for the start");

        assertThat(admin.open("/admin/games/two").body())
                .contains(
                        "The first round begins at once.",
                        "2 participants get their sides",
                        "Start the experiment</button>")
                .doesNotContain("Start all the same");
        assertThat(admin.submit("/admin/games/two/start").body()).contains("round 1 of 2");

        for (int round = 0; round < 2; round++) {
            playRound(ann, round);
            assertThat(ann.open("/e/two/play").body()).contains("Waiting for the others");
            playRound(bob, round);
        }

        assertThat(ann.open("/e/two/play").body()).contains("The experiment is over", "yet to be drawn");
        assertThat(ann.open("/e/two/history").body())
                .contains("What you earned", "Columns on average", "Why this amount: round 2", "Game 1: you earned ")
                .contains("the average weight that everybody on the other side gave");
        assertThat(ann.open("/e/two/history?round=0").body()).contains("Why this amount: round 1", "the next round");
        HttpResponse<String> over = admin.open("/admin/games/two");
        assertThat(over.body()).contains("rounds over", "Draw the lottery");
        HttpResponse<String> unconfirmed = admin.submit("/admin/games/two/draw", "winners", "1", "seed", "42");
        assertThat(unconfirmed.statusCode()).isEqualTo(422);
        assertThat(unconfirmed.body()).contains("Tick the box to confirm that the lottery is drawn, for good.");
        assertThat(server.games().publishedDraw(new ExperimentId("two")).winners())
                .isEmpty();
        admin.open("/admin/games/two");
        assertThat(admin.submit("/admin/games/two/draw", "winners", "1", "seed", "42", "confirmed", "yes")
                        .body())
                .contains("lottery drawn", "Winners");
        String annsEnd = ann.open("/e/two/play").body();
        String bobsEnd = bob.open("/e/two/play").body();
        assertThat(annsEnd)
                .contains("How your points came about", "Check the draw yourself")
                .contains("./aepsych verify-draw " + server.address() + "/api/experiments/two/draw");
        assertThat(annsEnd.contains("You have won")).isNotEqualTo(bobsEnd.contains("You have won"));
    }

    @Test
    void theBoundDrawIsShownBeforeAndProvedAfterwards() {
        server.games()
                .define(TestServer.TWO_GAMES.replace(
                        "lottery = 100 euros", "lottery = Cake\nlottery_draw = committed"));
        ExperimentId two = new ExperimentId("two");
        Browser ann = participant("Ann");
        Browser bob = participant("Bob");
        server.conduct().start(two);
        String hash = server.games().publishedDraw(two).commitment().orElseThrow();

        assertThat(ann.open("/e/two/instructions").body()).contains("bound to a secret", hash, "Your own words");
        assertThat(ann.submit("/e/two/words", "words", "abracadabra").body()).contains("part of the draw now");
        assertThat(ann.submit("/e/two/words", "words", " ").body()).contains("write 1 to 100 characters");
        playRound(ann, 0);
        playRound(bob, 0);
        server.conduct().end(two);
        Browser admin = administrator();
        assertThat(admin.open("/admin/games/two").body())
                .as("no seed is asked for that would not count")
                .contains("Draw the lottery", "the secret to which the draw is bound")
                .doesNotContain("id=\"seed\"");
        assertThat(admin.submit("/admin/games/two/draw", "winners", "1", "seed", "0", "confirmed", "yes")
                        .body())
                .contains("lottery drawn");

        String proof = ann.open("/e/two/play").body();
        String secret = server.games().publishedDraw(two).secret().orElseThrow();
        assertThat(proof).contains(hash, secret, "abracadabra", "--commitment " + hash);
        assertThat(ann.open("/e/two/instructions").body()).doesNotContain("Your own words");
        assertThat(admin.open("/admin/games/two").body())
                .contains("How the lottery is drawn", "the same winners come out", secret, "--commitment " + hash);
    }

    @Test
    void weightsAreWrittenAsPeopleWriteThemAndSentTwiceCountOnce() {
        server.games().define(TestServer.TWO_GAMES);
        Browser ann = participant("Ann");
        participant("Bob");
        server.conduct().start(new ExperimentId("two"));
        String first = ann.open("/e/two/play").body();
        String game = first.contains("name=\"game\" value=\"1\"") ? "1" : "2";

        for (String[] wrong :
                new String[][] {{"50 %", "0,6"}, {"half", "1/2"}, {"-5%", "1"}, {"%".repeat(50_000), "1"}}) {
            assertThat(ann.submit("/e/two/play", "round", "0", "game", game, "weight0", wrong[0], "weight1", wrong[1])
                            .statusCode())
                    .isEqualTo(422);
        }
        ann.show(first);
        HttpResponse<String> played =
                ann.submit("/e/two/play", "round", "0", "game", game, "weight0", "٣٣٫٣٣٣٣٣%", "weight1", "0,6666667");
        assertThat(played.body()).contains("Game 2 of 2").doesNotContain("were not counted");

        ann.show(first);
        assertThat(ann.submit("/e/two/play", "round", "0", "game", game, "weight0", "1", "weight1", "0")
                        .body())
                .as("the same form once more")
                .contains("Game 2 of 2")
                .doesNotContain("were not counted");
    }

    @Test
    void somebodyComesBackWithThePasswordThatWasShown() {
        server.games().define(TestServer.TWO_GAMES);
        Browser first = new Browser(server.address());
        first.open("/e/two");
        String welcome = first.submit("/e/two", "identifier", "Ann").body();
        List<String> nameAndPassword =
                SECRET.matcher(welcome).results().map(result -> result.group(1)).toList();
        assertThat(nameAndPassword).hasSize(2);
        String password = nameAndPassword.get(1);

        Browser second = new Browser(server.address());
        second.open("/e/two");
        assertThat(second.submit("/e/two/login", "identifier", "Ann", "password", "wrong-" + password)
                        .statusCode())
                .isEqualTo(401);
        assertThat(second.submit("/e/two/login", "identifier", "Ann", "password", password)
                        .body())
                .contains("Waiting for the start");
    }

    @Test
    void wrongWeightsAreExplainedBesideTheFieldsAndKept() {
        server.games().define(TestServer.TWO_GAMES);
        Browser ann = participant("Ann");
        participant("Bob");
        server.conduct().start(new ExperimentId("two"));
        ann.open("/e/two/play?game=1");

        HttpResponse<String> text =
                ann.submit("/e/two/play", "round", "0", "game", "1", "weight0", "one", "weight1", "1/2");
        assertThat(text.statusCode()).isEqualTo(422);
        assertThat(text.body()).contains("value=\"one\"", "aria-invalid=\"true\"", "id=\"weight0-error\"");

        HttpResponse<String> sum =
                ann.submit("/e/two/play", "round", "0", "game", "1", "weight0", "1/3", "weight1", "1/2");
        assertThat(sum.statusCode()).isEqualTo(422);
        assertThat(sum.body()).contains("value=\"1/3\"", "5/6");

        assertThat(ann.submit("/e/two/play", "round", "1", "game", "1", "weight0", "1")
                        .body())
                .contains("The round had moved on");
    }

    @Test
    void everythingWrongWithADefinitionIsShownAtOnce() {
        Browser admin = administrator();
        admin.open("/admin/games/new");
        HttpResponse<String> refused = admin.submit(
                "/admin/games/new", "by", "form", "games", "Lonely", "rounds", "none", "minutes", "0", "lottery", "x");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("rounds", "minutes", "payoffs", "value=\"none\"");
    }

    @Test
    void aFormDefinesAnExperimentWhateverItsTextsContain() {
        Browser admin = administrator();
        admin.open("/admin/games/new");
        HttpResponse<String> defined = admin.submit(
                "/admin/games/new",
                "by",
                "form",
                "name",
                "50% off; \"<b>$x # y",
                "games",
                "First; #1\n1,2  3,4\n\nSecond\n1/2, .25 | 0, 1\n",
                "rounds",
                "3",
                "minutes",
                "5",
                "percent",
                "100",
                "grace",
                "0",
                "self_registration",
                "yes",
                "instructions",
                "One\n\n[common]\nrounds = 9");
        assertThat(defined.statusCode()).isEqualTo(200);
        assertThat(defined.body()).contains("50% off; \"&lt;b&gt;$x # y").doesNotContain("<b>$x");
        assertThat(admin.open(defined.uri().getPath() + "/definition").body())
                .contains("50% off; \"&lt;b&gt;$x # y", "First; #1", "Second")
                .doesNotContain("<b>$x");
    }

    private static void playRound(Browser browser, int round) {
        for (String game : new String[] {"1", "2"}) {
            browser.open("/e/two/play?game=" + game);
            HttpResponse<String> answer = browser.submit(
                    "/e/two/play", "round", Integer.toString(round), "game", game, "weight0", "1/2", "weight1", ".5");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("moved on");
        }
    }

    private Browser participant(String name) {
        Browser browser = new Browser(server.address());
        browser.open("/e/two");
        assertThat(browser.submit("/e/two", "identifier", name).body()).contains("You are in", name);
        return browser;
    }

    private Browser administrator() {
        Browser browser = new Browser(server.address());
        String link = server.get(AdministratorLinks.class)
                .firstAdministratorLink(server.address())
                .orElseThrow()
                .toString();
        browser.open(link);
        HttpResponse<String> home = browser.submit(
                "/admin/first",
                "token",
                link.substring(link.indexOf('=') + 1),
                "email",
                "admin@example.org",
                "password",
                "correct horse");
        assertThat(home.body()).contains("Experiments", "admin@example.org");
        return browser;
    }
}
