package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.config.server.AddressRange;
import org.aepsych.web.admin.account.AdministratorLinks;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetyTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(
                folder,
                WebSettings.standard()
                        .behind(List.of(AddressRange.of("127.0.0.1")))
                        .limited(3, 1_000));
        server.games().define(TestServer.TWO_GAMES.replace("Two games", HOSTILE));
        server.get(Administrators.class).create("lab@example.org", "correct horse");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyPageForbidsForeignScriptsAndFrames() {
        for (String path : List.of("/", "/e/two", "/admin", "/nothing", "/static/style.css", "/api/experiments")) {
            HttpResponse<String> answer = browser().open(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("X-Request-Id")).as(path).isPresent();
        }
    }

    @Test
    void pagesContainNeitherInlineScriptsNorStyles() {
        for (String path : List.of("/", "/e/two", "/admin", "/nothing")) {
            assertThat(browser().open(path).body())
                    .as(path)
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
        }
    }

    @Test
    void hostileNamesAreShownAsText() {
        assertThat(browser().open("/").body()).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
        HttpResponse<String> refused =
                browser(visit -> visit.open("/e/two")).submit("/e/two", "identifier", HOSTILE + "\u0001");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("<script>alert");
    }

    @Test
    void cookiesAreHiddenFromScriptsAndForeignForms() {
        HttpResponse<String> answer = browser().open("/admin");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure"));
    }

    /** Who was invited has no password: their browser is what they come back with, also by the link in their mail. */
    @Test
    void participantsAreKnownTomorrowAndWhenTheyFollowALink() {
        HttpResponse<String> in = joining("Ann");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("aepsych_participant=")
                        .contains("Max-Age=5184000", "SameSite=Lax", "HttpOnly", "Path=/e/two"));
    }

    private HttpResponse<String> joining(String name) {
        return browser(visit -> visit.open("/e/two")).submit("/e/two", "identifier", name);
    }

    @Test
    void cookiesTravelOnlyEncryptedWhereTheOutsideUsesHttps(@TempDir Path other) {
        URI outside = URI.create("https://lab.example.org/");
        try (TestServer encrypted = TestServer.start(
                other, WebSettings.standard().at(Optional.of(outside)).limited(3, 10))) {
            HttpResponse<String> answer = new Browser(encrypted.address()).open("/admin");
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void formsOfOthersAreRefused() {
        int before = participants();
        HttpResponse<String> answer = browser().post("/e/two", Map.of("identifier", "Mallory"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("open for too long, or is open twice");
        assertThat(browser()
                        .post("/admin/login", Map.of("email", "lab@example.org", "password", "correct horse"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(participants()).isEqualTo(before);
    }

    @Test
    void strangersSeeNothingOfTheAdministration() {
        for (String path : List.of("/admin/games/two", "/admin/games/new", "/admin/adaptive/1")) {
            assertThat(browser().open(path).body())
                    .as(path)
                    .contains("name=\"password\"")
                    .doesNotContain("alert(1)");
        }
        assertThat(browser().post("/admin/games/two/start", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(server.games().list().get(0).clock().round()).isEqualTo(-1);
    }

    @Test
    void wrongAndUnknownAccountsGetTheSameAnswerAndThenHaveToWait() {
        Browser browser = new Browser(server.address(), Map.of("X-Forwarded-For", "192.0.2.7"));
        browser.open("/admin");
        HttpResponse<String> wrong = browser.submit("/admin/login", "email", "lab@example.org", "password", "no");
        HttpResponse<String> unknown = browser.submit("/admin/login", "email", "nobody@example.org", "password", "no");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body().replace("nobody@", "lab@")).isEqualTo(wrong.body());
        browser.submit("/admin/login", "email", "lab@example.org", "password", "no");
        HttpResponse<String> tooMany = browser.submit("/admin/login", "email", "lab@example.org", "password", "no");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aLinkLogsInOnceAndOnlyByItsButton() {
        String link = server.get(AdministratorLinks.class)
                .logInLink(server.address(), "demo@example.org")
                .toString();
        String token = link.substring(link.indexOf('=') + 1);
        for (int preview = 0; preview < 3; preview++) {
            assertThat(browser().open(link).statusCode()).isEqualTo(200);
        }
        Browser late = browser(visit -> visit.open(link));
        HttpResponse<String> first = browser(visit -> visit.open(link)).submit("/admin/link", "token", token);
        assertThat(first.body()).contains("demo@example.org", "Log out");
        assertThat(late.submit("/admin/link", "token", token).statusCode()).isEqualTo(403);
        assertThat(server.get(AdministratorLinks.class).firstAdministratorLink(server.address()))
                .isEmpty();
    }

    @Test
    void errorsSayNothingOfTheInside() {
        HttpResponse<String> answer = browser().open("/e/none");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("org.aepsych", "Exception");
        HttpResponse<String> large = browser().post("/e/two", Map.of("identifier", "x".repeat(600_000)));
        assertThat(large.statusCode()).isEqualTo(413);
    }

    private static int participants() {
        return server.games().list().get(0).participants();
    }

    private static Browser browser() {
        return new Browser(server.address());
    }

    private static Browser browser(java.util.function.Consumer<Browser> first) {
        Browser browser = browser();
        first.accept(browser);
        return browser;
    }
}
