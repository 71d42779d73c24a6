package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.core.account.Members;
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
    private static final Map<AdminRole, AdministratorLogin> LOGINS = new EnumMap<>(AdminRole.class);

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.games().define(TestServer.TWO_GAMES);
        AdministratorLogin owner = server.get(Administrators.class).create("owner@example.org", PASSWORD);
        LOGINS.put(AdminRole.OWNER, owner);
        Members members = server.get(Members.class);
        for (AdminRole role : List.of(AdminRole.VIEWER, AdminRole.OPERATOR, AdminRole.EDITOR)) {
            LOGINS.put(role, members.accept(members.invite(role.key() + "@example.org", role, owner), PASSWORD));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteSaysWhoMayUseItAndTheTableAgrees() throws IOException {
        Map<String, String> declared = new TreeMap<>();
        for (Endpoint endpoint : guarded()) {
            declared.put(
                    endpoint.method.name() + " " + endpoint.path,
                    access(endpoint).name().toLowerCase(Locale.ROOT));
        }
        assertThat(declared)
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
                            .contains(may ? "too old or was opened elsewhere" : "Your account may not do this");
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
                    String token = server.get(ApiTokens.class)
                            .make("table", role, 1, login(role))
                            .text();
                    int status = client.send(
                                    request(endpoint, "{}")
                                            .header("Authorization", "Bearer " + token)
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

    /** The other doors have rules of their own, but whatever a stranger sends, none of them breaks. */
    @Test
    void noRouteBreaksWhateverAStrangerSends() throws Exception {
        for (Endpoint endpoint : server.get(WebServer.class).endpoints()) {
            boolean listens = endpoint.path.endsWith("/events");
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
        List<Endpoint> guarded = new ArrayList<>();
        for (Endpoint endpoint : server.get(WebServer.class).endpoints()) {
            boolean ours = endpoint.path.startsWith("/admin") || endpoint.path.startsWith("/api/v1");
            if (ours && !endpoint.method.equals(HandlerType.HEAD)) {
                guarded.add(endpoint);
            }
        }
        assertThat(guarded).hasSizeGreaterThan(50);
        return guarded;
    }

    private static Access access(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        assertThat(roles).as("%s says who may use it", endpoint.path).isNotNull();
        return roles.getRoles().stream()
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(endpoint.path + " does not say who may use it"));
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
        role.ifPresent(who -> request.header(
                "Cookie",
                "aepsych_admin="
                        + server.get(Administrators.class)
                                .open(login(who), "test")
                                .text()));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Endpoint endpoint, String body) {
        String path = endpoint.path
                .replace("{experiment}", "two")
                .replace("{participant}", "1")
                .replaceAll("\\{[^}]*}", "99999")
                .replace("*", "x")
                .replaceAll("<[^>]*>", "x");
        return HttpRequest.newBuilder(server.address().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Content-Type",
                        endpoint.path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded")
                .method(
                        endpoint.method.name(),
                        endpoint.method.name().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static AdministratorLogin login(AdminRole role) {
        return Objects.requireNonNull(LOGINS.get(role), "everybody has logged in before");
    }
}
