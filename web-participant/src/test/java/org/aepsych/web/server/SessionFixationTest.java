package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.Members;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.view.Registration;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.web.admin.account.AdministratorLinks;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever can put a cookie into somebody else's browser, made up or of a session of their own, does not share the session
 * that begins when the other comes in. Every way in is tried.
 */
class SessionFixationTest {
    private static final String MADE_UP = "A".repeat(43);
    private static final String ADMIN = "aepsych_admin";
    private static final String PARTICIPANT = "aepsych_participant";
    private static final String SESSION = "aepsych_session";
    private static final String PASSWORD = "correct horse";
    private static final ExperimentId TWO = new ExperimentId("two");

    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        server.games().define(TestServer.TWO_GAMES);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void administratorsGetASessionOfTheirOwnByEveryWayIn() {
        String first = token(server.get(AdministratorLinks.class)
                .firstAdministratorLink(server.address())
                .orElseThrow());
        Browser owner = victim("/admin/first?token=" + first, ADMIN, MADE_UP, "/admin");
        owner.submit("/admin/first", "token", first, "email", "owner@example.org", "password", PASSWORD);
        isTheirOwn(owner, ADMIN, MADE_UP, "/admin/me", "owner@example.org");

        Administrators administrators = server.get(Administrators.class);
        AdministratorLogin attacker =
                server.get(Members.class).accept(invite("attacker@example.org", AdminRole.VIEWER), PASSWORD);
        for (String planted :
                List.of(MADE_UP, administrators.open(attacker, "test").text())) {
            Browser byPassword = victim("/admin", ADMIN, planted, "/admin");
            byPassword.submit("/admin/login", "email", "owner@example.org", "password", PASSWORD, "code", "");
            isTheirOwn(byPassword, ADMIN, planted, "/admin/me", "owner@example.org");

            String link = token(server.get(AdministratorLinks.class).logInLink(server.address(), "owner@example.org"));
            Browser byLink = victim("/admin/link?token=" + link, ADMIN, planted, "/admin");
            byLink.submit("/admin/link", "token", link);
            isTheirOwn(byLink, ADMIN, planted, "/admin/me", "owner@example.org");

            String email = "editor" + planted.hashCode() + "@example.org";
            String invitation = invite(email, AdminRole.EDITOR).text();
            Browser invited = victim("/admin/invitation?token=" + invitation, ADMIN, planted, "/admin");
            invited.submit("/admin/invitation", "token", invitation, "password", PASSWORD);
            isTheirOwn(invited, ADMIN, planted, "/admin/me", email);
        }
    }

    private SecretToken invite(String email, AdminRole role) {
        AdministratorLogin owner = server.get(Administrators.class)
                .recognise(server.get(Administrators.class).logIn("owner@example.org", PASSWORD, "", "test"))
                .orElseThrow();
        return server.get(Members.class).invite(email, role, owner);
    }

    @Test
    void participantsOfGamesGetASessionOfTheirOwnByEveryWayIn() {
        String own = session(server.participation().register(TWO, "attacker", Optional.empty()));
        Registration ann = server.participation().register(TWO, "Ann", Optional.of(PASSWORD));
        server.conduct().start(TWO);
        for (String planted : List.of(MADE_UP, own)) {
            Browser byPassword = victim("/e/two", PARTICIPANT, planted, "/e/two");
            byPassword.submit("/e/two/login", "identifier", "Ann", "password", PASSWORD);
            isTheirOwn(
                    byPassword,
                    PARTICIPANT,
                    planted,
                    "/e/two/play",
                    ann.participant().toString());

            String email = "dora" + planted.hashCode() + "@example.org";
            ParticipantAccess access = server.get(ParticipantAccess.class);
            ParticipantId dora = access.add(TWO, email).added().get(0).id();
            String key = access.links(TWO, List.of(dora)).get(0).secret();
            Browser byLink = victim("/e/two/in?key=" + key, PARTICIPANT, planted, "/e/two");
            byLink.submit("/e/two/in", "key", key);
            isTheirOwn(byLink, PARTICIPANT, planted, "/e/two/play", dora.toString());
        }
    }

    /** With a session of the attacker's own there is nothing to join any more: one is in already, as the attacker. */
    @Test
    void whoeverJoinsAGameGetsASessionOfTheirOwn() {
        Browser joining = victim("/e/two", PARTICIPANT, MADE_UP, "/e/two");
        assertThat(joining.submit("/e/two", "identifier", "Bob").statusCode()).isEqualTo(200);
        isTheirOwn(joining, PARTICIPANT, MADE_UP, "/e/two/play", new ParticipantId(1).toString());
    }

    private String session(Registration registration) {
        return server.get(ParticipantSessions.class)
                .open(registration.stream(), registration.participant(), "test")
                .text();
    }

    @Test
    void participantsOfAdaptiveExperimentsGetASessionOfTheirOwn() {
        String file = """
                [common]
                parnames = [contrast]
                stimuli_per_trial = 1
                outcome_types = [binary]
                strategy_names = [explore]
                [metadata]
                experiment_id = patches
                [contrast]
                par_type = continuous
                lower_bound = 0
                upper_bound = 1
                [explore]
                generator = SobolGenerator
                min_asks = 3
                [presentation]
                presenter = gabor
                [gabor]
                size = 2
                """;
        int unused = server.get(AdaptiveDesk.class).setupFromFile(file);
        Browser victim = victim("/s/patches", SESSION, MADE_UP, "/s/patches");
        victim.submit("/s/patches", "agree", "yes");
        isTheirOwn(victim, SESSION, MADE_UP, "/s/patches/run", new ParticipantId(1).toString());
    }

    /** Gamelab's programs have their session as two numbers. */
    @Test
    void gamelabsProgramsGetASessionOfTheirOwn() throws IOException, InterruptedException {
        server.participation().register(TWO, "Ann", Optional.of(PASSWORD));
        server.conduct().start(TWO);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address()
                                        .resolve("/e/two/lab/dologin.json?ident=Ann&password="
                                                + PASSWORD.replace(" ", "%20")))
                                .header("Cookie", "sessid=1234567; sesscookie=89")
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("sessid="))
                .anyMatch(cookie -> cookie.startsWith("sesscookie="))
                .noneMatch(cookie -> cookie.startsWith("sessid=1234567;") || cookie.startsWith("sesscookie=89;"));
    }

    /** Opens the way in, and only then gets the cookie: with it, pages might already take the visitor for somebody. */
    private Browser victim(String page, String cookie, String planted, String path) {
        Browser victim = new Browser(server.address());
        assertThat(victim.open(page).statusCode()).as(page).isEqualTo(200);
        victim.plant(cookie, planted, path);
        return victim;
    }

    private void isTheirOwn(Browser victim, String cookie, String planted, String page, String who) {
        assertThat(victim.cookies(page, cookie)).as(page).hasSize(1).doesNotContain(planted);
        assertThat(victim.open(page).uri().getPath()).isEqualTo(page);
        assertThat(holder(victim.cookies(page, cookie).get(0))).contains(who);
        assertThat(holder(planted)).isNotEqualTo(Optional.of(who));
    }

    /** Tells whose session it is: an administrator's address, or a participant's number. */
    private Optional<String> holder(String session) {
        SecretToken token = SecretToken.parse(session).orElseThrow();
        return server.get(Administrators.class)
                .recognise(token)
                .map(AdministratorLogin::email)
                .or(() -> server.get(ParticipantSessions.class)
                        .recognise(token)
                        .map(login -> login.participant().toString()));
    }

    private static String token(URI link) {
        return link.getQuery().substring("token=".length());
    }
}
