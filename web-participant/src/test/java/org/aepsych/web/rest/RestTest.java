package org.aepsych.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnEveryStorage
class RestTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static TestServer server;
    private static AdministratorLogin owner;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        owner = server.get(Administrators.class).create("lab@example.org", "correct horse");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aProgramDefinesRunsAndReadsAWholeExperiment() throws Exception {
        String token = token(AdminRole.EDITOR);
        String definition = TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = by_program");
        JsonNode checked = ok(post("/experiments/check", token, text("[common]\nprotocol = game\n")), 200);
        assertThat(checked.required("valid").booleanValue()).isFalse();
        assertThat(checked.required("problems").size()).isPositive();

        JsonNode defined = ok(post("/experiments", token, text(definition)), 201);
        assertThat(defined.required("phase").stringValue()).isEqualTo("new");
        String path = "/experiments/by_program";
        for (String name : List.of("Ann", "Bob")) {
            ok(post(path + "/participants", token, "{\"identifier\":\"" + name + "\"}"), 201);
        }
        ok(post(path + "/start", token, ""), 200);
        ok(post(path + "/participants/1/disable", token, ""), 200);
        assertThat(ok(get(path + "/participants", token), 200)
                        .get(0)
                        .required("enabled")
                        .booleanValue())
                .isFalse();
        ok(post(path + "/participants/1/enable", token, ""), 200);
        ok(post(path + "/advance", token, ""), 200);
        assertThat(ok(get(path, token), 200).required("round").intValue()).isEqualTo(1);
        JsonNode over = ok(post(path + "/end", token, ""), 200);
        assertThat(over.required("phase").stringValue()).isEqualTo("over");

        JsonNode rounds = ok(get(path + "/rounds", token), 200);
        assertThat(rounds.size()).isEqualTo(4);
        assertThat(ok(get(path + "/winners", token), 200).size()).isZero();
        JsonNode unfolded = ok(get(path + "/participants/1/payoffs/0", token), 200);
        assertThat(unfolded.required("games").get(0).required("reason").stringValue())
                .isEqualTo("incomplete");
        assertThat(get(path + "/participants/1/payoffs/7", token).statusCode()).isEqualTo(422);
        JsonNode dilemma = ok(get(path + "/equilibria", token), 200).get(0);
        assertThat(dilemma.required("equilibria").get(0).required("rows").toString())
                .isEqualTo("[\"0\",\"1\"]");
        String text = ok(get(path + "/definition", token), 200).required("text").stringValue();
        assertThat(text).contains("Dilemma", "experiment_id");

        List<String> log =
                get(path + "/log?after=1&limit=3", token).body().lines().toList();
        assertThat(log).hasSize(3);
        assertThat(JSON.readTree(log.get(0)).required("sequence").intValue()).isEqualTo(2);
        assertThat(JSON.readTree(log.get(0)).required("type").stringValue()).isEqualTo("register");
    }

    @Test
    void aProgramInvitesPausesCopiesKeepsAndClearsAway() throws Exception {
        String token = token(AdminRole.EDITOR);
        ok(
                post(
                        "/experiments",
                        token,
                        text(TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = kept"))),
                201);
        String path = "/experiments/kept";
        JsonNode imported = ok(
                post(path + "/addresses", token, "{\"text\":\"a@example.org; b@example.org, c@\\na@example.org\"}"),
                200);
        assertThat(imported.required("added").size()).isEqualTo(2);
        assertThat(imported.required("refused").toString()).contains("c@");
        JsonNode links = ok(post(path + "/links", token, "{\"participants\":[1]}"), 200);
        assertThat(links.size()).isEqualTo(1);
        String link = links.get(0).required("link").stringValue();
        assertThat(link).startsWith(server.address() + "/e/kept/in?key=");
        assertThat(client.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        JsonNode passwords = ok(post(path + "/passwords", token, "{}"), 200);
        assertThat(passwords.size()).isEqualTo(2);
        assertThat(passwords.get(1).required("password").stringValue()).isNotBlank();
        assertThat(problem(post(path + "/mails", token, "{\"what\":\"link\"}")))
                .as("there is no mail server")
                .isEqualTo("409 STATE_CONFLICT");
        assertThat(problem(post(path + "/mails", token, "{\"what\":\"parcel\"}")))
                .isEqualTo("422 INPUT_INVALID");
        assertThat(problem(post(path + "/links", token, "{\"participants\":[7]}")))
                .isEqualTo("404 PARTICIPANT_NOT_FOUND");

        ok(post(path + "/start", token, ""), 200);
        ok(post(path + "/pause", token, ""), 200);
        ok(post(path + "/resume", token, ""), 200);
        assertThat(ok(send("PUT", path + "/registration", token, "{\"open\":false}"), 200)
                        .required("open")
                        .booleanValue())
                .isFalse();
        assertThat(problem(send("PUT", path + "/registration", token, "{}"))).isEqualTo("422 INPUT_INVALID");
        assertThat(problem(send("DELETE", path + "?confirm=kept", token, ""))).isEqualTo("409 STATE_CONFLICT");
        ok(post(path + "/end", token, ""), 200);

        assertThat(ok(get(path + "/verification", token), 200)
                        .required("verified")
                        .booleanValue())
                .isTrue();
        assertThat(ok(get(path + "/history", token), 200).toString()).contains("[");
        String copy =
                ok(post(path + "/copy", token, ""), 201).required("experiment").stringValue();
        assertThat(ok(get("/experiments/" + copy, token), 200)
                        .required("participants")
                        .intValue())
                .isZero();
        String fork = ok(post(path + "/fork", token, "{\"until\":3}"), 201)
                .required("experiment")
                .stringValue();
        assertThat(ok(get("/experiments/" + fork, token), 200)
                        .required("messages")
                        .intValue())
                .isEqualTo(3);

        assertThat(problem(post(path + "/wipe", token, "{\"confirm\":\"other\"}")))
                .isEqualTo("422 INPUT_INVALID");
        String backup = ok(post(path + "/wipe", token, "{\"confirm\":\"kept\"}"), 200)
                .required("backup")
                .stringValue();
        assertThat(Path.of(backup)).isNotEmptyFile();
        assertThat(ok(get(path, token), 200).required("phase").stringValue()).isEqualTo("new");
        assertThat(problem(send("DELETE", path, token, ""))).isEqualTo("422 INPUT_INVALID");
        assertThat(ok(send("DELETE", path + "?confirm=kept", token, ""), 200)
                        .required("backup")
                        .stringValue())
                .contains("before-kept-");
        assertThat(problem(get(path, token))).isEqualTo("404 EXPERIMENT_NOT_FOUND");
        assertThat(get("/experiments", token).body()).doesNotContain("\"kept\"").contains(copy);

        ok(
                post(
                        "/experiments",
                        token,
                        text(TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = kept"))),
                201);
        assertThat(ok(get(path, token), 200).required("participants").intValue())
                .isZero();
    }

    @Test
    void aProgramWritesToParticipantsAndLetsThemGo() throws Exception {
        String token = token(AdminRole.OPERATOR);
        server.games().define(TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = noted"));
        String path = "/experiments/noted";
        assertThat(problem(post(path + "/notes", token, "{\"text\":\"hello\"}")))
                .isEqualTo("409 STATE_CONFLICT");
        String participant = JSON.readTree(send(
                                "POST",
                                URI.create(server.address() + "/api/experiments/noted/participants"),
                                "",
                                "{\"identifier\":\"Ann\"}")
                        .body())
                .required("token")
                .stringValue();
        ok(post(path + "/participants", token, "{\"identifier\":\"Bob\"}"), 201);

        JsonNode note = ok(post(path + "/notes", token, "{\"text\":\"hello\"}"), 201);
        assertThat(note.required("participants").toString()).isEqualTo("[1,2]");
        ok(post(path + "/notes", token, "{\"text\":\"hello Bob\",\"participants\":[2]}"), 201);
        assertThat(problem(post(path + "/notes", token, "{}"))).isEqualTo("422 INPUT_INVALID");
        assertThat(problem(post(path + "/notes", token, "{\"text\":\"x\",\"participants\":[7]}")))
                .isEqualTo("404 PARTICIPANT_NOT_FOUND");
        assertThat(problem(post(path + "/notes", token(AdminRole.VIEWER), "{\"text\":\"x\"}")))
                .isEqualTo("403 NOT_ALLOWED");

        URI mine = URI.create(server.address() + "/api/experiments/noted/");
        JsonNode shown =
                JSON.readTree(send("GET", mine.resolve("me"), participant, "").body());
        assertThat(shown.required("notes").size()).isEqualTo(1);
        assertThat(shown.required("notes").get(0).required("text").stringValue())
                .isEqualTo("hello");
        assertThat(send("POST", mine.resolve("notes/1/dismiss"), participant, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(problem(send("POST", mine.resolve("notes/2/dismiss"), participant, "")))
                .isEqualTo("422 INPUT_INVALID");
        assertThat(ok(get(path + "/notes", token), 200)
                        .get(0)
                        .required("dismissed")
                        .toString())
                .isEqualTo("[1]");

        assertThat(problem(post(path + "/participants/1/release", token, ""))).isEqualTo("409 STATE_CONFLICT");
        ok(post(path + "/start", token, ""), 200);
        JsonNode released = ok(post(path + "/participants/1/release", token, ""), 200);
        assertThat(released.required("silence").required("action").stringValue())
                .isEqualTo("release");
        JsonNode after =
                JSON.readTree(send("GET", mine.resolve("me"), participant, "").body());
        assertThat(after.required("situation").stringValue()).isEqualTo("released");
        assertThat(after.required("notes").size()).isZero();
    }

    @Test
    void aProgramErasesWhoSomebodyIsAndTheLogStillVerifies() throws Exception {
        String token = token(AdminRole.EDITOR);
        server.games().define(TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = erasing"));
        String path = "/experiments/erasing";
        for (String name : List.of("Ann Secret", "Bob")) {
            ok(post(path + "/participants", token, "{\"identifier\":\"" + name + "\"}"), 201);
        }
        String ann = path + "/participants/1";

        assertThat(problem(send("DELETE", ann, token, ""))).isEqualTo("422 INPUT_INVALID");
        assertThat(problem(send("DELETE", ann + "?confirm=1", token, ""))).isEqualTo("422 INPUT_INVALID");
        assertThat(problem(send("DELETE", path + "/participants/3?confirm=erasing", token, "")))
                .isEqualTo("404 PARTICIPANT_NOT_FOUND");
        assertThat(problem(send("DELETE", ann + "?confirm=erasing", token(AdminRole.OPERATOR), "")))
                .startsWith("403");
        assertThat(get(path + "/participants", token).body()).contains("Ann Secret");

        for (int time = 0; time < 2; time++) {
            JsonNode erased = ok(send("DELETE", ann + "?confirm=erasing", token, ""), 200);
            assertThat(erased.required("participant").longValue()).isOne();
            assertThat(erased.path("identifier").isString()).isFalse();
        }
        assertThat(get(path + "/participants", token).body())
                .doesNotContain("Ann Secret")
                .contains("Bob");
        assertThat(ok(get(path + "/verification", token), 200)
                        .required("verified")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void anExportIsAnArchiveOfTablesWithNamesOnlyOnRequest() throws Exception {
        String token = token(AdminRole.OPERATOR);
        server.games().define(TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = exported"));
        ok(post("/experiments/exported/participants", token, "{\"identifier\":\"Ann Secret\"}"), 201);

        Map<String, String> anonymous = archive("/experiments/exported/export?format=csv,jsonl", token);
        assertThat(anonymous.keySet())
                .anyMatch(name -> name.endsWith(".csv"))
                .anyMatch(name -> name.endsWith(".jsonl"))
                .noneMatch(name -> name.endsWith(".parquet"));
        assertThat(anonymous.toString()).doesNotContain("Ann Secret");
        Map<String, String> named = archive("/experiments/exported/export?format=csv&identifiers=true", token);
        assertThat(named.toString()).contains("Ann Secret");
        assertThat(problem(get("/experiments/exported/export?format=xls", token)))
                .isEqualTo("422 INPUT_INVALID");
        assertThat(problem(get("/experiments/none/export", token))).isEqualTo("404 EXPERIMENT_NOT_FOUND");
    }

    private Map<String, String> archive(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"exported");
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(answer.body())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void aProgramLearnsWhoItIsAndWithdrawsInvitations() throws Exception {
        String token = token(AdminRole.OWNER);
        assertThat(ok(get("/me", token), 200).required("role").stringValue()).isEqualTo("owner");
        ok(post("/accounts/invitations", token, "{\"email\":\"late@example.org\",\"role\":\"viewer\"}"), 201);
        JsonNode open = ok(get("/accounts/invitations", token), 200);
        JsonNode last = open.get(open.size() - 1);
        assertThat(last.required("email").stringValue()).isEqualTo("late@example.org");
        String one = "/accounts/invitations/" + last.required("invitation").longValue();
        assertThat(send("DELETE", one, token, "").statusCode()).isEqualTo(204);
        assertThat(ok(get("/accounts/invitations", token), 200).toString()).doesNotContain("late@example.org");
    }

    @Test
    void whatAProgramDidStandsInTheAuditLog() throws Exception {
        String token = token(AdminRole.OWNER);
        ok(
                post(
                        "/experiments",
                        token,
                        text(TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = audited"))),
                201);
        JsonNode latest = ok(get("/audit?limit=1", token), 200).get(0);
        assertThat(latest.required("actor").stringValue()).isEqualTo("lab@example.org (owner program)");
        assertThat(latest.required("action").stringValue()).isEqualTo("POST /api/v1/experiments");
    }

    @Test
    void accountsAndTokensAreManagedByProgramsOfOwners() throws Exception {
        String token = token(AdminRole.OWNER);
        JsonNode invitation =
                ok(post("/accounts/invitations", token, "{\"email\":\"new@example.org\",\"role\":\"viewer\"}"), 201);
        assertThat(invitation.required("link").stringValue()).startsWith("/admin/invitation?token=");
        assertThat(problem(post("/accounts/invitations", token, "{\"email\":\"x\",\"role\":\"viewer\"}")))
                .isEqualTo("422 INPUT_INVALID");
        assertThat(problem(post("/accounts/invitations", token, "{\"email\":\"y@example.org\",\"role\":\"king\"}")))
                .isEqualTo("422 INPUT_INVALID");
        assertThat(problem(send("DELETE", "/accounts/" + owner.id(), token, "")))
                .isEqualTo("409 STATE_CONFLICT");
        String second = token(AdminRole.VIEWER);
        JsonNode tokens = ok(get("/tokens", token), 200);
        long last = tokens.get(tokens.size() - 1).required("token").longValue();
        assertThat(send("DELETE", "/tokens/" + last, token, "").statusCode()).isEqualTo(204);
        assertThat(problem(get("/experiments", second))).isEqualTo("401 LOGIN_REQUIRED");
        assertThat(tokens.toString()).doesNotContain(token);
    }

    @Test
    void aTokenIsNeededAndItsRoleMustSuffice() throws Exception {
        assertThat(problem(get("/experiments", ""))).isEqualTo("401 LOGIN_REQUIRED");
        assertThat(problem(get("/experiments", "x".repeat(43)))).isEqualTo("401 LOGIN_REQUIRED");
        String viewer = token(AdminRole.VIEWER);
        assertThat(get("/experiments", viewer).statusCode()).isEqualTo(200);
        assertThat(problem(post("/experiments", viewer, text("")))).isEqualTo("403 NOT_ALLOWED");
        assertThat(problem(get("/experiments/none", viewer))).isEqualTo("404 EXPERIMENT_NOT_FOUND");
        assertThat(problem(get("/sessions/999", viewer))).isEqualTo("404 EXPERIMENT_NOT_FOUND");
    }

    @Test
    void operatorsAreToldHowTheServerIs() throws Exception {
        HttpResponse<String> ready = send("GET", "/../../ready", "", "");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"status\":\"ready\"");
        assertThat(send("GET", "/../../metrics", "", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/../../metrics", token(AdminRole.VIEWER), "").body())
                .contains("# TYPE aepsych_messages_total counter", "aepsych_open_pages 0");
    }

    private static String token(AdminRole role) {
        return server.get(ApiTokens.class)
                .make(role.key() + " program", role, 1, owner)
                .text();
    }

    private static String text(String definition) {
        return "{\"text\":" + JSON.writeValueAsString(definition) + "}";
    }

    private static JsonNode ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return answer.statusCode() + " "
                + JSON.readTree(answer.body()).required("code").stringValue();
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send("GET", path, token, "");
    }

    private HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
        return send("POST", path, token, body);
    }

    private HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return send(method, server.address().resolve("/api/v1" + path).normalize(), token, body);
    }

    private HttpResponse<String> send(String method, URI address, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
