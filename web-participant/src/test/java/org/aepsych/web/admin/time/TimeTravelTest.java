package org.aepsych.web.admin.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.game.experiment.GameHistory;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryStorage
class TimeTravelTest {
    private static final String PASSWORD = "correct horse";
    private static final ExperimentId TWO = new ExperimentId("two");
    private static final String TIME = "/admin/games/two/time";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Browser admin;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.get(Administrators.class).create("lab@example.org", PASSWORD);
        server.games().define(TestServer.TWO_GAMES);
        for (String name : new String[] {"Ann", "Bob"}) {
            Browser participant = new Browser(server.address());
            participant.open("/e/two");
            participant.submit("/e/two", "identifier", name);
        }
        server.conduct().start(TWO);
        server.conduct().end(TWO);
        admin = new Browser(server.address());
        admin.open("/admin");
        admin.submit("/admin/login", "email", "lab@example.org", "password", PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyMessageCanBeSeenAgainWithTheStateAfterIt() {
        GameHistory history = server.get(GameHistory.class);
        long last = history.at(TWO, Long.MAX_VALUE).last();
        for (long message = 1; message <= last; message++) {
            HttpResponse<String> page = admin.open(TIME + "?at=" + message);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("As it was after message " + message + " of " + last);
            assertThat(history.at(TWO, message).at().sequence()).isEqualTo(message);
        }
        assertThat(admin.open(TIME + "?at=1").body()).contains("Nobody had registered yet", "not started");
        assertThat(admin.open(TIME + "?at=2").body()).contains("Ann").doesNotContain("Bob");
        assertThat(admin.open(TIME).body()).contains("Bob", "rounds over");
        assertThat(history.at(TWO, last).view().rounds())
                .isEqualTo(server.games().adminView(TWO).rounds());
    }

    @Test
    void aParticipantsPageIsShownAsItWasThen() {
        assertThat(admin.open(TIME + "/participants/1?at=2").body()).contains("Waiting for the start");
        assertThat(admin.open(TIME + "/participants/2?at=2").statusCode()).isEqualTo(404);
        assertThat(admin.open(TIME + "/participants/1").body()).doesNotContain("Waiting for the start");
    }

    @Test
    void theLogIsVerifiedInThePage() {
        admin.open(TIME);
        assertThat(admin.submit(TIME + "/verify").body()).contains("came out bit for bit");
    }

    @Test
    void aForkGoesOnFromThePastAndLeavesTheOriginalAlone() {
        admin.open(TIME);
        long before = server.get(GameHistory.class).at(TWO, Long.MAX_VALUE).last();
        HttpResponse<String> copy = admin.submit(TIME + "/fork", "at", "3");
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body()).contains("participant 2").doesNotContain("Bob");
        ExperimentId fork = new ExperimentId(
                copy.uri().getPath().substring(copy.uri().getPath().lastIndexOf('/') + 1));
        server.conduct().start(fork);
        for (int round = 0; round < 2; round++) {
            admin.open("/admin/games/" + fork);
            admin.submit("/admin/games/" + fork + "/sandbox/round");
        }
        assertThat(server.games().summary(fork).phase()).isEqualTo(GamePhase.OVER);
        assertThat(server.get(GameHistory.class).verify(fork).verified()).isTrue();
        assertThat(server.get(GameHistory.class).at(TWO, Long.MAX_VALUE).last()).isEqualTo(before);
        admin.open(TIME);
        assertThat(admin.submit("/admin/games/two/sandbox/round").statusCode()).isEqualTo(403);
    }
}
