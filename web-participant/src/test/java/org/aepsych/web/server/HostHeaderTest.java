package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.account.Administrators;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request says of the server's name may be anybody's invention: it leads nobody anywhere. */
class HostHeaderTest {
    private static final String EVIL = "evil.example";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.games().define(TestServer.TWO_GAMES);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void noAnswerToAStrangerHasIt() throws IOException {
        Routes routes = new Routes(server);
        for (Endpoint endpoint : routes.that(endpoint -> !Routes.listens(endpoint)
                && (endpoint.method.equals(HandlerType.GET) || endpoint.path.contains("/lab")))) {
            String path = endpoint.path
                    .replace("{experiment}", "two")
                    .replace("<page>", "dologin.html")
                    .replaceAll("\\{[^}]*}", "1");
            for (String target : List.of(path, "http://" + EVIL + path)) {
                String answer = RawRequest.send(server.address(), request(endpoint.method.name(), target, EVIL, ""));
                assertThat(answer).as(target).startsWith("HTTP/1.1 ").doesNotContain(EVIL);
            }
        }
    }

    @Test
    void gamelabsProgramsAreSentToThisServer() throws IOException {
        String here = RawRequest.send(server.address(), request("GET", "/e/two/lab/index.html", EVIL, ""));
        assertThat(RawRequest.headers(here)).startsWith("HTTP/1.1 303").contains("Location: /e/two");
    }

    @Test
    void whatIsNoNameIsRefused() throws IOException {
        for (String name :
                List.of("a b", "evil.example\r\nHost: other.example", "<script>", "[::1", "evil.example:port")) {
            String answer = RawRequest.send(server.address(), request("GET", "/", name, ""));
            assertThat(answer).as(name).startsWith("HTTP/1.1 400").doesNotContain("<script>");
        }
    }

    @Test
    void linksToBeUsedElsewhereHaveTheAddressThatWasSet(@TempDir Path other) throws IOException {
        WebSettings settings = WebSettings.standard().at(Optional.of(URI.create("https://lab.example.org/")));
        try (TestServer known = TestServer.start(other, settings)) {
            known.games().define(TestServer.TWO_GAMES);
            Administrators administrators = known.get(Administrators.class);
            String session = administrators
                    .open(administrators.create("owner@example.org", "correct horse"), "test")
                    .text();
            String page = RawRequest.send(
                    known.address(),
                    request("GET", "/admin/games/two/manage", EVIL, "Cookie: aepsych_admin=" + session + "\r\n"));
            assertThat(page).contains("https://lab.example.org/e/two").doesNotContain(EVIL);
            String gamelab = RawRequest.send(known.address(), request("GET", "/e/two/lab/index.html", EVIL, ""));
            assertThat(RawRequest.headers(gamelab)).contains("Location: https://lab.example.org/e/two");
        }
    }

    private static String request(String method, String target, String host, String headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "X-Forwarded-Host: " + EVIL
                + "\r\nForwarded: host=" + EVIL + "\r\nConnection: close\r\n\r\n";
    }
}
