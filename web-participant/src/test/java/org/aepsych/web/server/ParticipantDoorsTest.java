package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.config.server.ProtocolEra;
import org.aepsych.core.game.view.Registration;
import org.aepsych.core.json.Json;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.web.security.Access;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through every route that is not for administrators, as those for whom it is and as those for whom it is not. */
class ParticipantDoorsTest {
    private static final String ADAPTIVE = """
            [common]
            parnames = [contrast]
            stimuli_per_trial = 1
            outcome_types = [binary]
            strategy_names = [explore]
            [metadata]
            experiment_id = %s
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

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Routes routes;
    private static String ann;
    private static String bob;
    private static String cleo;
    private static String dan;
    private static String owner;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        routes = new Routes(server);
        server.games().define(TestServer.TWO_GAMES);
        server.games().define(TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = other"));
        setup("patches");
        setup("elsewhere");
        ann = player("two");
        bob = player("other");
        cleo = observer("patches");
        dan = observer("elsewhere");
        Administrators administrators = server.get(Administrators.class);
        owner = administrators
                .open(administrators.create("owner@example.org", "correct horse"), "test")
                .text();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void setup(String id) {
        String file = ADAPTIVE.formatted(id);
        int unused = server.get(AdaptiveDesk.class).setupFromFile(file);
    }

    private static String player(String experiment) {
        Registration registration =
                server.participation().register(new ExperimentId(experiment), "A", Optional.empty());
        return open(registration.stream(), registration.participant());
    }

    private static String observer(String experiment) {
        StreamId stream =
                server.get(PresentedExperiments.class).join(new ExperimentId(experiment), Json.Obj.empty()).stream();
        return open(stream, new ParticipantId(1));
    }

    private static String open(StreamId stream, ParticipantId participant) {
        return server.get(ParticipantSessions.class)
                .open(stream, participant, "test")
                .text();
    }

    /** The keys to the doors of an experiment: cookies for pages, a token for programs. */
    private record Key(String name, String value) {
        static Key cookie(String name, String token) {
            return new Key("Cookie", name + "=" + token);
        }

        static Key bearer(String token) {
            return new Key("Authorization", "Bearer " + token);
        }
    }

    private static boolean adaptive(Endpoint endpoint) {
        return endpoint.path.startsWith("/s/") || endpoint.path.startsWith("/api/sessions/");
    }

    private static Key key(Endpoint endpoint, String player, String observer) {
        String token = adaptive(endpoint) ? observer : player;
        return endpoint.path.startsWith("/api/")
                ? Key.bearer(token)
                : Key.cookie(adaptive(endpoint) ? "aepsych_session" : "aepsych_participant", token);
    }

    @Test
    void onlyParticipantsOfTheExperimentGetThroughItsDoors() throws Exception {
        for (Endpoint endpoint : forParticipants()) {
            for (Optional<Key> intruder : List.<Optional<Key>>of(
                    Optional.empty(),
                    Optional.of(key(endpoint, bob, dan)),
                    Optional.of(Key.bearer(owner)),
                    Optional.of(Key.cookie("aepsych_admin", owner)),
                    Optional.of(Key.cookie("aepsych_participant", owner)),
                    Optional.of(Key.cookie("aepsych_session", ann)),
                    Optional.of(Key.cookie("aepsych_participant", cleo)))) {
                HttpResponse<String> answer = send(endpoint, intruder, "trial=0&answer=yes&round=0&game=0");
                String what = endpoint.method.name() + " " + endpoint.path + " with " + intruder;
                assertThat(answer.statusCode()).as(what).isIn(303, 401, 403, 404, 405);
                answer.headers()
                        .firstValue("Location")
                        .ifPresent(to -> assertThat(to).as(what).isIn("/s/patches", "/e/two"));
            }
        }
        assertThat(server.games().list())
                .allSatisfy(game -> assertThat(game.participants()).isEqualTo(1));
    }

    @Test
    void participantsGetThroughTheirOwnDoorsButNotWithAFormOfOthers() throws Exception {
        for (Endpoint endpoint : forParticipants()) {
            if (!endpoint.path.contains("/lab")) {
                HttpResponse<String> answer = send(endpoint, Optional.of(key(endpoint, ann, cleo)), "{}");
                String what = endpoint.method.name() + " " + endpoint.path;
                boolean form = endpoint.method.equals(HandlerType.POST) && !endpoint.path.startsWith("/api/");
                if (form) {
                    assertThat(answer.statusCode()).as(what).isEqualTo(403);
                    assertThat(answer.body()).as(what).contains("open for too long, or is open twice");
                } else {
                    assertThat(answer.statusCode()).as(what).isNotIn(401, 403, 500);
                    answer.headers()
                            .firstValue("Location")
                            .ifPresent(to -> assertThat(to).as(what).matches("/[es]/(two|patches)/[a-z]+"));
                }
            }
        }
    }

    @Test
    void formsThatLetSomebodyInAreRefusedWithoutTheirTokenToo() throws Exception {
        for (Endpoint endpoint : routes.that(endpoint -> endpoint.method.equals(HandlerType.POST)
                && Routes.access(endpoint) == Access.EVERYBODY
                && !endpoint.path.startsWith("/api/"))) {
            HttpResponse<String> answer =
                    send(endpoint, Optional.empty(), "identifier=x&agree=yes&password=x&key=x&token=x");
            assertThat(answer.statusCode()).as(endpoint.path).isEqualTo(403);
        }
        assertThat(server.games().list())
                .allSatisfy(game -> assertThat(game.participants()).isEqualTo(1));
    }

    @Test
    void newsOfAnExperimentIsToldToItsParticipantsOnly() throws Exception {
        List<Endpoint> streams =
                routes.that(endpoint -> Routes.listens(endpoint) && Routes.access(endpoint) == Access.PARTICIPANT);
        assertThat(streams).isNotEmpty();
        for (Endpoint endpoint : streams) {
            assertThat(hears(endpoint, Optional.empty())).as(endpoint.path).isFalse();
            assertThat(hears(endpoint, Optional.of(key(endpoint, bob, dan))))
                    .as(endpoint.path)
                    .isFalse();
            assertThat(hears(endpoint, Optional.of(key(endpoint, ann, cleo))))
                    .as(endpoint.path)
                    .isTrue();
        }
    }

    @Test
    void clientsNeedTheSharedSecretWhereThereIsOne(@TempDir Path other) throws Exception {
        ClientRules secret = new ClientRules(Optional.of("a shared secret"), ProtocolEra.OBJECTS, true);
        try (TestServer guarded = TestServer.start(other, secret)) {
            Routes there = new Routes(guarded);
            for (Endpoint endpoint : there.that(each -> Routes.access(each) == Access.CLIENT)) {
                for (String shown : List.of("", "Bearer wrong", "Bearer " + owner)) {
                    HttpRequest request = there.request(endpoint, "two", "{}")
                            .header("Authorization", shown)
                            .build();
                    assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                            .as("%s with %s", endpoint.path, shown)
                            .isIn(401, 429);
                }
            }
        }
    }

    @Test
    void theFilesOfPagesAreForEverybodyAndThereAreNoOthers() throws Exception {
        List<String> files = staticFiles();
        assertThat(files).contains("style.css", "session.js");
        for (String file : files) {
            HttpResponse<String> answer = get("/static/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(file)
                    .hasValueSatisfying(type -> assertThat(type).containsAnyOf("javascript", "css", "svg"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(file)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(file)
                    .isPresent();
            assertThat(answer.headers().firstValue("Set-Cookie")).as(file).isEmpty();
        }
        for (String nothing : List.of("/static", "/static/", "/static/none.js", "/static/session.js/x")) {
            assertThat(get(nothing).statusCode()).as(nothing).isEqualTo(404);
        }
    }

    private static List<String> staticFiles() throws IOException, URISyntaxException {
        URL style = Objects.requireNonNull(WebServer.class.getResource("/org/aepsych/web/static/style.css"));
        Path files = Objects.requireNonNull(Path.of(style.toURI()).getParent());
        try (Stream<Path> found = Files.list(files)) {
            return found.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<Endpoint> forParticipants() {
        List<Endpoint> found = routes.that(endpoint -> Routes.access(endpoint) == Access.PARTICIPANT
                && !Routes.listens(endpoint)
                && !endpoint.method.name().matches("CONNECT|TRACE|OPTIONS"));
        assertThat(found).hasSizeGreaterThan(20);
        return found;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(Endpoint endpoint, Optional<Key> key, String body)
            throws IOException, InterruptedException {
        return client.send(request(endpoint, key, body).build(), BodyHandlers.ofString());
    }

    private boolean hears(Endpoint endpoint, Optional<Key> key) throws IOException, InterruptedException {
        HttpRequest request =
                request(endpoint, key, "").header("Accept", "text/event-stream").build();
        try (InputStream news =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            return news.read() >= 0;
        }
    }

    private static HttpRequest.Builder request(Endpoint endpoint, Optional<Key> key, String body) {
        HttpRequest.Builder request = routes.request(endpoint, adaptive(endpoint) ? "patches" : "two", body);
        key.ifPresent(held -> request.header(held.name(), held.value()));
        return request;
    }
}
