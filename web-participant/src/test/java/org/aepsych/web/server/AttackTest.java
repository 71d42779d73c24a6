package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.account.Administrators;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody would try who means harm; each of it leads nowhere. */
class AttackTest {
    private static final String PASSWORD = "correct horse";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.get(Administrators.class).create("lab@example.org", PASSWORD);
        server.games().define(TestServer.TWO_GAMES);
        server.games().define(TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = other"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aLogInReplacesWhateverSessionSomebodyPlanted() {
        String planted = "A".repeat(43);
        Browser victim = new Browser(server.address(), Map.of("Cookie", "aepsych_admin=" + planted));
        victim.open("/admin");
        HttpResponse<String> answer = victim.submit("/admin/login", "email", "lab@example.org", "password", PASSWORD);
        assertThat(answer.statusCode()).isIn(200, 403);
        Browser attacker = new Browser(server.address(), Map.of("Cookie", "aepsych_admin=" + planted));
        assertThat(attacker.open("/admin/me").body()).doesNotContain("My account");
    }

    @Test
    void loggingOutAndANewPasswordEndSessionsForGood() {
        Browser admin = administrator();
        Browser other = administrator();
        admin.open("/admin");
        admin.submit("/admin/logout");
        assertThat(admin.open("/admin/me").uri().getPath()).isEqualTo("/admin");
        other.open("/admin/me");
        assertThat(other.submit("/admin/me/password", "current", "wrong", "password", "another password")
                        .statusCode())
                .isEqualTo(422);
        Browser third = administrator();
        other.open("/admin/me");
        other.submit("/admin/me/password", "current", PASSWORD, "password", PASSWORD);
        assertThat(third.open("/admin/me").uri().getPath()).isEqualTo("/admin");
    }

    @Test
    void oneParticipantCannotBecomeAnother() {
        Browser ann = new Browser(server.address());
        ann.open("/e/two");
        ann.submit("/e/two", "identifier", "Ann");
        HttpResponse<String> elsewhere = ann.open("/e/other/play");
        assertThat(elsewhere.uri().getPath()).isEqualTo("/e/other");
        for (String guess : List.of("/e/two/play?participant=2", "/admin/games/two/participants/1/disable")) {
            assertThat(ann.open(guess).body()).doesNotContain("participants/2");
        }
        Browser stranger = new Browser(server.address());
        assertThat(stranger.open("/e/two/play").uri().getPath()).isEqualTo("/e/two");
        assertThat(stranger.post("/admin/games/two/start", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(server.games().summary(new ExperimentId("two")).clock().start())
                .isEmpty();
    }

    @Test
    void noAddressLeadsOutOfTheFolderOfStaticFiles() throws IOException {
        for (String path : List.of(
                "/static/../openapi.yaml",
                "/static/..%2fopenapi.yaml",
                "/static/%2e%2e/openapi.yaml",
                "/static/%2e%2e%2f%2e%2e%2fopenapi.yaml",
                "/static/..;/openapi.yaml",
                "/static//../../etc/passwd",
                "/static/%252e%252e/openapi.yaml",
                "/e/..%2f..%2fadmin",
                "/admin/games/..%2f..%2f..%2fetc%2fpasswd")) {
            String answer = RawRequest.send(
                    server.address(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).doesNotStartWith("HTTP/1.1 200").doesNotContain("openapi: 3", "root:");
        }
    }

    @Test
    void nothingThatIsSentIsTooLargeToBeRefused() throws IOException {
        assertThat(statusOfLargeForm()).isEqualTo(413);
        String endless = RawRequest.send(
                server.address(), "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n");
        assertThat(endless).startsWith("HTTP/1.1 431");
    }

    /** Who still sends when the refusal comes may see the connection end before reading it, as TCP has it; then again. */
    private static int statusOfLargeForm() {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Browser(server.address())
                        .post("/admin/login", Map.of("email", "x".repeat(600_000)))
                        .statusCode();
            } catch (UncheckedIOException e) {
                if (attempt == 10) {
                    throw e;
                }
            }
        }
    }

    @Test
    void noInputBecomesAHeader() throws IOException {
        for (String path : List.of(
                "/e/two%0d%0aSet-Cookie:%20stolen=1/play",
                "/admin/games/two%0d%0aX-Injected:%201", "/admin?next=%0d%0aX-Injected:%201")) {
            String answer = RawRequest.send(
                    server.address(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(RawRequest.headers(answer)).as(path).doesNotContain("stolen=1", "X-Injected");
        }
        String forged = RawRequest.send(
                server.address(),
                String.join(
                        "\r\n",
                        "GET /e/two/play HTTP/1.1",
                        "Host: evil.example",
                        "X-Forwarded-Host: evil.example",
                        "Connection: close",
                        "",
                        ""));
        assertThat(RawRequest.headers(forged)).doesNotContain("evil.example");
    }

    private static Browser administrator() {
        Browser browser = new Browser(server.address());
        browser.open("/admin");
        assertThat(browser.submit("/admin/login", "email", "lab@example.org", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(200);
        return browser;
    }
}
