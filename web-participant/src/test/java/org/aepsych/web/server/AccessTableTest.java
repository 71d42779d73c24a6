package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.core.account.Members;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.web.security.Access;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through every route with every role. */
class AccessTableTest {
    private static final String PASSWORD = "correct horse";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Routes routes;
    private static final Map<AdminRole, String> SESSIONS = new EnumMap<>(AdminRole.class);
    private static final Map<AdminRole, String> TOKENS = new EnumMap<>(AdminRole.class);

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        routes = new Routes(server);
        server.games().define(TestServer.TWO_GAMES);
        AdministratorLogin owner = server.get(Administrators.class).create("owner@example.org", PASSWORD);
        letIn(owner);
        Members members = server.get(Members.class);
        for (AdminRole role : List.of(AdminRole.VIEWER, AdminRole.OPERATOR, AdminRole.EDITOR)) {
            letIn(members.accept(members.invite(role.key() + "@example.org", role, owner), PASSWORD));
        }
    }

    private static void letIn(AdministratorLogin login) {
        SESSIONS.put(
                login.role(),
                server.get(Administrators.class).open(login, "test").text());
        TOKENS.put(
                login.role(),
                server.get(ApiTokens.class)
                        .make("table", login.role(), 1, login)
                        .text());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteSaysWhoMayUseItAndTheTableAgrees() throws IOException {
        assertThat(routes.declared())
                .as("routes, compared with src/test/resources/…/access.txt")
                .isEqualTo(table());
    }

    @Test
    void pagesShowThemselvesToThoseWhoMayAndToNobodyElse() throws Exception {
        for (Endpoint endpoint : guarded()) {
            if (endpoint.path.startsWith("/admin")
                    && endpoint.method.name().equals("GET")
                    && access(endpoint) != Access.EVERYBODY) {
                if (!endpoint.path.endsWith("/events")) {
                    HttpResponse<String> stranger = send(endpoint, Optional.empty(), "");
                    assertThat(stranger.statusCode()).as(endpoint.path).isEqualTo(303);
                    assertThat(stranger.headers().firstValue("Location")).hasValue("/admin");
                }
                for (AdminRole role : AdminRole.values()) {
                    if (!endpoint.path.endsWith("/events")) {
                        int status = send(endpoint, Optional.of(role), "").statusCode();
                        if (role.includes(least(endpoint))) {
                            assertThat(status)
                                    .as("%s as %s", endpoint.path, role)
                                    .isIn(200, 404);
                        } else {
                            assertThat(status)
                                    .as("%s as %s", endpoint.path, role)
                                    .isEqualTo(403);
                        }
                    }
                }
            }
        }
    }

    /** No form carries a token here: those whose role is enough are told so, the others that they may not. */
    @Test
    void formsAreRefusedWithoutTokenToThoseWhoMayAndAltogetherToOthers() throws Exception {
        for (Endpoint endpoint : guarded()) {
            if (endpoint.path.startsWith("/admin") && endpoint.method.name().equals("POST")) {
                HttpResponse<String> stranger = send(endpoint, Optional.empty(), "");
                assertThat(stranger.statusCode()).as(endpoint.path).isIn(303, 403);
                for (AdminRole role : AdminRole.values()) {
                    HttpResponse<String> answer = send(endpoint, Optional.of(role), "confirmed=yes");
                    assertThat(answer.statusCode())
                            .as("%s as %s", endpoint.path, role)
                            .isEqualTo(403);
                    boolean may = access(endpoint) == Access.EVERYBODY || role.includes(least(endpoint));
                    assertThat(answer.body())
                            .as("%s as %s", endpoint.path, role)
                            .contains(may ? "open for too long, or is open twice" : "Your account may not do this");
                }
            }
        }
        assertThat(server.games().list().get(0).clock().start()).isEmpty();
    }

    @Test
    void programsAreLetInByTheirTokensRoleAndByNoCookie() throws Exception {
        for (Endpoint endpoint : guarded()) {
            if (endpoint.path.startsWith("/api/v1")) {
                assertThat(send(endpoint, Optional.of(AdminRole.OWNER), "{}").statusCode())
                        .as("%s with a cookie only", endpoint.path)
                        .isEqualTo(401);
                for (AdminRole role : AdminRole.values()) {
                    int status = client.send(
                                    request(endpoint, "{}")
                                            .header("Authorization", "Bearer " + TOKENS.get(role))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode();
                    if (role.includes(least(endpoint))) {
                        assertThat(status)
                                .as("%s %s as %s", endpoint.method.name(), endpoint.path, role)
                                .isIn(200, 201, 204, 404, 409, 422);
                    } else {
                        assertThat(status)
                                .as("%s %s as %s", endpoint.method.name(), endpoint.path, role)
                                .isEqualTo(403);
                    }
                }
            }
        }
    }

    /** A stream of news stays open for those who may listen, and ends without a word for all others. */
    @Test
    void newsIsToldToThoseWhoMayLookAndToNobodyElse() throws Exception {
        List<Endpoint> streams = routes.that(Routes::listens).stream()
                .filter(endpoint -> endpoint.path.startsWith("/admin"))
                .toList();
        assertThat(streams).isNotEmpty();
        for (Endpoint endpoint : streams) {
            assertThat(hears(endpoint, Optional.empty())).as(endpoint.path).isFalse();
            for (AdminRole role : AdminRole.values()) {
                assertThat(hears(endpoint, Optional.of(role)))
                        .as("%s as %s", endpoint.path, role)
                        .isEqualTo(role.includes(least(endpoint)));
            }
        }
    }

    private boolean hears(Endpoint endpoint, Optional<AdminRole> role) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(endpoint, "").header("Accept", "text/event-stream");
        role.ifPresent(who -> request.header("Cookie", cookie(who)));
        try (InputStream news =
                client.send(request.build(), BodyHandlers.ofInputStream()).body()) {
            return news.read() >= 0;
        }
    }

    /** Looking changes nothing: whatever a page does, the logs are as long as before. */
    @Test
    void noPageChangesAnythingByBeingLookedAt() throws Exception {
        List<GameSummary> before = server.games().list();
        int tokens = server.get(ApiTokens.class).list().size();
        for (Endpoint endpoint : guarded()) {
            if (endpoint.method.name().equals("GET") && !Routes.listens(endpoint)) {
                HttpResponse<String> unused = send(endpoint, Optional.of(AdminRole.OWNER), "");
            }
        }
        assertThat(server.games().list())
                .usingRecursiveComparison()
                .ignoringFields("clock.now")
                .isEqualTo(before);
        assertThat(server.get(ApiTokens.class).list()).hasSize(tokens);
    }

    /** The other doors have rules of their own, but whatever a stranger sends, none of them breaks. */
    @Test
    void noRouteBreaksWhateverAStrangerSends() throws Exception {
        for (Endpoint endpoint : routes.all()) {
            boolean listens = Routes.listens(endpoint);
            boolean answers = List.of("GET", "POST", "PUT", "DELETE").contains(endpoint.method.name());
            if (answers && !listens) {
                for (String body : List.of("", "{", "a=%zz&b", "null")) {
                    assertThat(send(endpoint, Optional.empty(), body).statusCode())
                            .as("%s %s with %s", endpoint.method.name(), endpoint.path, body)
                            .isLessThan(500);
                }
            }
        }
    }

    private static List<Endpoint> guarded() {
        List<Endpoint> guarded =
                routes.that(endpoint -> endpoint.path.startsWith("/admin") || endpoint.path.startsWith("/api/v1"));
        assertThat(guarded).hasSizeGreaterThan(50);
        return guarded;
    }

    private static Access access(Endpoint endpoint) {
        return Routes.access(endpoint);
    }

    private static AdminRole least(Endpoint endpoint) {
        return access(endpoint).least().orElse(AdminRole.VIEWER);
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/org/aepsych/web/server/access.txt"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                int blank = line.indexOf(' ');
                table.put(line.substring(blank + 1), line.substring(0, blank));
            }
        }
        return table;
    }

    private HttpResponse<String> send(Endpoint endpoint, Optional<AdminRole> role, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(endpoint, body);
        role.ifPresent(who -> request.header("Cookie", cookie(who)));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String cookie(AdminRole role) {
        return "aepsych_admin=" + SESSIONS.get(role);
    }

    private static HttpRequest.Builder request(Endpoint endpoint, String body) {
        return routes.request(endpoint, "two", body);
    }
}
