package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveNewsTest {
    private static final Pattern EVENTS = Pattern.compile("data-events=\"([^\"]+)\"");
    private static final ExperimentId TWO = new ExperimentId("two");

    @TempDir
    Path folder;

    private TestServer server;
    private Browser ann;
    private Browser bob;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
        server.games().define(TestServer.TWO_GAMES);
        ann = participant("Ann");
        bob = participant("Bob");
        server.conduct().start(TWO);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPlayIsAFigureToOthersAndNewsToOnesOwnPages() throws InterruptedException {
        BlockingQueue<String> anns = listen(ann);
        BlockingQueue<String> bobs = listen(bob);

        play(bob, 1);
        assertThat(next(anns, "figure")).isEqualTo("figure {\"round\":0,\"done\":0,\"expected\":2}");
        play(bob, 2);
        assertThat(next(anns, "figure")).isEqualTo("figure {\"round\":0,\"done\":1,\"expected\":2}");
        next(bobs, "figure");
        assertThat(next(bobs, "news")).isEqualTo("news 0");

        server.conduct().advance(TWO);
        next(anns, "news");
    }

    @Test
    void whatHappenedWhileAPageWasOnItsWayIsToldWhenItListens() throws InterruptedException {
        ann.open("/e/two/play");
        Matcher events = EVENTS.matcher(ann.page());
        assertThat(events.find()).isTrue();
        server.conduct().advance(TWO);

        next(ann.listen(events.group(1)), "news");
    }

    private Browser participant(String identifier) {
        Browser browser = new Browser(server.address());
        browser.open("/e/two");
        browser.submit("/e/two", "identifier", identifier);
        return browser;
    }

    private static BlockingQueue<String> listen(Browser browser) {
        browser.open("/e/two/play");
        Matcher events = EVENTS.matcher(browser.page());
        assertThat(events.find()).isTrue();
        return browser.listen(events.group(1));
    }

    private static void play(Browser browser, int game) {
        browser.open("/e/two/play?game=" + game);
        assertThat(browser.submit("/e/two/play", "round", "0", "game", Integer.toString(game), "weight0", "1")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Returns the next event of a kind; what the start of the game still has to say may come before. */
    private static String next(BlockingQueue<String> events, String kind) throws InterruptedException {
        while (true) {
            String next = events.poll(20, TimeUnit.SECONDS);
            assertThat(next).as(kind + " is told").isNotNull();
            if (next.startsWith(kind + " ")) {
                return next;
            }
        }
    }
}
