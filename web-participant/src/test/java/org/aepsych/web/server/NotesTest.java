package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.AuditLog;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an experimenter does about single participants while the experiment runs: write to them, let them go. */
class NotesTest {
    private static final ExperimentId TWO = new ExperimentId("two");
    private static final String GAME = "/admin/games/two";
    private static final Pattern EVENTS = Pattern.compile("data-events=\"([^\"]+)\"");
    private static final Pattern DISMISS = Pattern.compile("action=\"(/e/two/notes/[0-9]+/dismiss)\"");

    private TestServer server;
    private Browser admin;
    private Browser ann;
    private Browser bob;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        server.games().define(TestServer.TWO_GAMES);
        ann = participant("Ann");
        bob = participant("Bob");
        server.conduct().start(TWO);
        admin = server.administrator();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Browser participant(String identifier) {
        Browser browser = new Browser(server.address());
        browser.open("/e/two");
        browser.submit("/e/two", "identifier", identifier);
        return browser;
    }

    @Test
    void whatIsWrittenToAllStandsOnEveryPageUntilItsReaderPutsItAway() {
        admin.open(GAME + "/manage");
        String sent = admin.submit(
                        GAME + "/manage/notes",
                        "participant",
                        "all",
                        "text",
                        "We wait for <b>one</b> more.\r\nThanks & bye")
                .body();
        assertThat(sent)
                .contains("2 participants are shown it.", "to 2 participants: put away by 0 of 2")
                .doesNotContain("<b>one</b>");

        for (String page : List.of("play", "history", "instructions")) {
            assertThat(ann.open("/e/two/" + page).body())
                    .as(page)
                    .contains("From the experimenter", "We wait for &lt;b&gt;one&lt;/b&gt; more.\nThanks &amp; bye")
                    .doesNotContain("<b>one</b>");
        }
        assertThat(ann.submit(dismissal(ann)).body()).doesNotContain("Thanks").contains("id=\"notes\"");
        assertThat(bob.open("/e/two/play").body()).contains("Thanks");
        assertThat(admin.open(GAME + "/manage").body()).contains("put away by 1 of 2");
        assertThat(actions()).contains("games manage notes");
    }

    private static String dismissal(Browser browser) {
        Matcher form = DISMISS.matcher(browser.page());
        assertThat(form.find()).as("a form that puts a note away").isTrue();
        return form.group(1);
    }

    private List<String> actions() {
        return server.get(AuditLog.class).page(Long.MAX_VALUE, 50).stream()
                .map(entry -> entry.action())
                .toList();
    }

    @Test
    void whatIsWrittenToOneIsNewsToTheirPageOnly() throws InterruptedException {
        BlockingQueue<String> anns = listen(ann);
        BlockingQueue<String> bobs = listen(bob);
        admin.open(GAME + "/participants/2");
        admin.submit(GAME + "/participants/2/notes", "text", "for Bob");

        String next = "";
        while (!"news 0".equals(next)) {
            next = bobs.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("what Bob's page is told").isNotNull();
        }
        assertThat(bob.open("/e/two/play").body()).contains("for Bob");
        assertThat(ann.open("/e/two/play").body()).doesNotContain("for Bob");
        assertThat(anns).doesNotContain("news 0");
        assertThat(ann.submit("/e/two/notes/1/dismiss").statusCode()).isEqualTo(422);
        assertThat(bob.open("/e/two/play").body()).contains("for Bob");
    }

    private static BlockingQueue<String> listen(Browser browser) {
        browser.open("/e/two/play");
        Matcher events = EVENTS.matcher(browser.page());
        assertThat(events.find()).isTrue();
        return browser.listen(events.group(1));
    }

    @Test
    void aNoteThatIsTooLongIsRefusedAndNobodyGetsIt() {
        admin.open(GAME + "/manage");
        HttpResponse<String> refused =
                admin.submit(GAME + "/manage/notes", "participant", "all", "text", "x".repeat(1001));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("text: expected 1 to 1000 characters");
        assertThat(ann.open("/e/two/play").body()).doesNotContain("xxx");
    }

    @Test
    void aParticipantIsLetGoOnlyIfThatIsConfirmedAndIsTold() {
        assertThat(admin.open(GAME).body()).contains("href=\"" + GAME + "/participants/1\"");
        assertThat(admin.open(GAME + "/participants/1").body()).contains("Ann", "Release…");
        assertThat(admin.submit(GAME + "/participants/1/release").statusCode()).isEqualTo(422);
        assertThat(server.participation()
                        .participantView(TWO, new ParticipantId(1))
                        .released())
                .isFalse();

        admin.open(GAME + "/participants/1");
        assertThat(admin.submit(GAME + "/participants/1/release", "confirmed", "yes")
                        .body())
                .contains("released by hand", "They have left for good")
                .doesNotContain("Release…");

        assertThat(ann.open("/e/two/play").body())
                .contains("The experiment goes on without you", "The experimenter has ended your part.");
        assertThat(actions()).contains("games participants release");
        assertThat(admin.open(GAME + "/participants/9").statusCode()).isEqualTo(404);
    }
}
