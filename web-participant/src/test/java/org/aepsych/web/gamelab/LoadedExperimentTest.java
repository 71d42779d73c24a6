package org.aepsych.web.gamelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.TestServer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a participant gets to see, and when it is sent again. */
@OnEveryStorage
class LoadedExperimentTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theWholeStoryIsToldWithGamelabsKeys() {
        ExperimentId id = define("story", "instructions = @@gamelab-rounds@@ <rounds>, @@gamelab-round-time-hours@@ h");
        Exchange lab = exchange(id);
        String[] cookies = play(lab, id);
        JsonNode first = load(lab, cookies[0]);
        assertThat(first.propertyNames())
                .containsExactly(
                        "expr",
                        "win",
                        "player",
                        "curlottery",
                        "aggrlottery",
                        "aggrtickets",
                        "gamesz",
                        "games",
                        "history",
                        "lotteries");
        JsonNode expr = first.required("expr");
        assertThat(expr.propertyNames())
                .containsExactly(
                        ("instr maxtickets admin state start rounds prounds nohistory noshuffle absoluteround sandbox"
                                        + " awssandbox lottery conversion awsconvert awsreward minutes loginURI"
                                        + " progress postwin round roundpct roundmin roundpid roundpidok roundbegan"
                                        + " autoadd history autoaddpreserve")
                                .split(" ", -1));
        assertThat(expr.required("instr").stringValue()).isEqualTo("<p>2 &lt;rounds&gt;, 1 h</p>");
        assertThat(expr.required("progress").doubleValue()).isBetween(0.0, 0.5);
        JsonNode player = first.required("player");
        assertThat(player.propertyNames())
                .containsExactly(("hitid assignmentid mail rseed role instr id mturkdone autoadd joined status enabled"
                                + " finalrank finalscore answer")
                        .split(" ", -1));
        assertThat(player.required("mail").stringValue()).endsWith("@foo.com");
        assertThat(first.required("curlottery").isNull()).isTrue();
        assertThat(first.required("lotteries").isEmpty()).isTrue();
        assertThat(first.required("history").get(0).required("roundups").isEmpty())
                .isTrue();

        lab.post("doplay.json", "gid=1&round=0&index0=1/3&index1=2/3", "Cookie", cookies[0]);
        assertThat(load(lab, cookies[0]).required("games").get(0).isNull()).isTrue();
        lab.post("doplay.json", "gid=2&round=0&index0=1", "Cookie", cookies[0]);
        lab.post("doplay.json", "gid=1&round=0&index0=1", "Cookie", cookies[1]);
        lab.post("doplay.json", "gid=2&round=0&index0=1", "Cookie", cookies[1]);
        String text = lab.get("doloadexpr.json", "Cookie", cookies[0]).body();
        assertThat(text)
                .startsWith("{\"expr\": {\"instr\": \"<p>2 &lt;rounds&gt;, 1 h<\\/p>\", \"maxtickets\": 0, ")
                .contains("\"payoffs\": [[[\"1\", \"1\\/3\"], [\"2\", \"2\"], ")
                .contains("\"strats\": [\"1\\/3\", \"2\\/3\"]")
                .endsWith("}");
        JsonNode second = JSON.readTree(text);
        // Row player 1/3, 2/3 against the first column: 1/3 · 3 + 2/3 · 5 in game 1, and 1 in game 2.
        assertThat(second.required("curlottery").doubleValue()).isEqualTo(16.0 / 3, within());
        assertThat(second.required("aggrtickets").intValue()).isEqualTo(6);
        JsonNode roundup = second.required("games").get(0).required("roundup");
        assertThat(roundup.required("skip").intValue()).isZero();
        assertThat(roundup.required("navgp1").get(0).doubleValue()).isEqualTo(1.0 / 3, within());
        assertThat(roundup.required("navgp2").toString()).isEqualTo("[1,0]");
        assertThat(roundup.required("navgs").get(1).get(0).doubleValue()).isEqualTo(2.0 / 3, within());
        JsonNode own = second.required("lotteries").get(0).required("plays").get(0);
        assertThat(own.required("poff").doubleValue()).isEqualTo(13.0 / 3, within());
        JsonNode columns = load(lab, cookies[1]).required("games").get(1);
        assertThat(columns.required("p1").intValue())
                .as("both sides see the same matrix")
                .isEqualTo(2);
        assertThat(columns.required("p2").intValue()).isEqualTo(3);
        assertThat(text).as("names are the experimenter's").doesNotContain("Dilemma", "Wide");

        server.conduct().end(id);
        ParticipantId late = server.participation()
                .register(id, "late@foo.com", Optional.of("pass-0001"))
                .participant();
        server.conduct().draw(id, 1, 42);
        JsonNode over = load(lab, cookies[0]);
        assertThat(over.required("expr").required("state").intValue()).isEqualTo(3);
        assertThat(over.required("expr").required("progress").intValue()).isEqualTo(1);
        assertThat(over.required("expr").required("maxtickets").longValue())
                .isEqualTo(6
                        + load(lab, cookies[1])
                                .required("player")
                                .required("finalscore")
                                .longValue());
        assertThat(over.required("win").required("winrnums").size()).isEqualTo(1);
        assertThat(over.required("win").propertyNames()).containsExactly("winrnums", "winner", "winrnum");
        assertThat(over.required("lotteries").get(1).required("plays").get(0).isNull())
                .isTrue();

        HttpResponse<String> logIn = lab.post("dologin.json", "ident=late@foo.com&password=pass-0001");
        assertThat(logIn.body()).isEqualTo("{\"needjoin\": 1}");
        JsonNode never = load(lab, Exchange.cookies(logIn));
        assertThat(never.required("player").required("joined").intValue()).isEqualTo(-1);
        assertThat(never.required("player").required("id").longValue()).isEqualTo(late.value());
        assertThat(never.required("games").size()).isEqualTo(2);
        assertThat(never.required("lotteries").size()).isEqualTo(2);
        assertThat(never.required("history").get(0).required("roundups").size()).isEqualTo(2);
    }

    @Test
    void nothingIsSentAgainUntilSomethingHasChanged() {
        ExperimentId id = define("tags", "");
        Exchange lab = exchange(id);
        String[] cookies = play(lab, id);
        HttpResponse<String> first = lab.get("doloadexpr.json", "Cookie", cookies[0]);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        long player =
                JSON.readTree(first.body()).required("player").required("id").longValue();
        assertThat(tag).isEqualTo("\"0-" + player + "-0-0\"");
        assertThat(first.headers().firstValue("Expires")).hasValue("-1");
        HttpResponse<String> same = lab.get("doloadexpr.json", "Cookie", cookies[0], "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();

        assertThat(status(lab, cookies[1], tag)).as("somebody else").isEqualTo(200);
        assertThat(status(lab, cookies[0], "W/" + tag)).as("only exactly").isEqualTo(200);
        HttpResponse<String> habit = lab.get("doinstr.json", "Cookie", cookies[0]);
        String kept = cookies[0] + ";labinstr=" + Exchange.cookie(habit, "labinstr");
        assertThat(status(lab, kept, tag)).as("another habit").isEqualTo(200);
        assertThat(load(lab, kept).required("player").required("instr").intValue())
                .isZero();
        lab.post("doplay.json", "gid=1&round=0&index0=1", "Cookie", cookies[0]);
        assertThat(status(lab, cookies[0], tag)).as("a game was played").isEqualTo(200);

        server.conduct().end(id);
        HttpResponse<String> over = lab.get("doloadexpr.json", "Cookie", cookies[0], "If-None-Match", "\"2-1-2-0\"");
        assertThat(over.statusCode()).isEqualTo(200);
        assertThat(over.headers().firstValue("ETag")).as("winners may be drawn").isEmpty();
    }

    @Test
    void beforeTheFirstRoundOnlyThePlanIsTold() {
        ExperimentId id = define("planned", "start = 2099-01-01T00:00:00Z");
        Exchange lab = exchange(id);
        String[] cookies = play(lab, id);
        HttpResponse<String> answer = lab.get("doloadexpr.json", "Cookie", cookies[0]);
        JsonNode early = JSON.readTree(answer.body());
        assertThat(early.propertyNames())
                .containsExactly("expr", "win", "history", "player", "curlottery", "aggrlottery", "aggrtickets");
        assertThat(early.required("expr").required("round").intValue()).isEqualTo(-1);
        assertThat(early.required("expr").required("start").longValue()).isEqualTo(4_070_908_800L);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"18446744073709551615-");
        assertThat(status(lab, cookies[0], tag)).as("never matches").isEqualTo(200);
    }

    @Test
    void longAnswersAreCompressedForThoseWhoAsk() throws Exception {
        ExperimentId id = define("compressed", "instructions = " + "Play well. ".repeat(200));
        Exchange lab = exchange(id);
        String[] cookies = play(lab, id);
        HttpResponse<byte[]> answer = lab.bytes("doloadexpr.json", "Cookie", cookies[0], "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("{\"expr\": {")
                    .endsWith("}");
        }
    }

    @Test
    void theHistoryMayBeHidden() {
        ExperimentId id = define("hidden", "show_history = no");
        Exchange lab = exchange(id);
        String[] cookies = play(lab, id);
        server.conduct().advance(id);
        JsonNode loaded = load(lab, cookies[0]);
        assertThat(loaded.required("expr").required("nohistory").intValue()).isEqualTo(1);
        assertThat(loaded.required("games").get(0).required("roundup").isNull()).isTrue();
        assertThat(loaded.required("history").get(0).required("roundups").isEmpty())
                .isTrue();
        assertThat(loaded.required("lotteries").size()).isEqualTo(1);
    }

    @Test
    void cookiesAreForThisExperimentOnlyAndLogOutClearsThem() {
        ExperimentId id = define("cookies", "");
        Exchange lab = exchange(id);
        server.participation().register(id, "a@foo.com", Optional.of("abc-0123"));
        server.conduct().start(id);
        HttpResponse<String> logIn = lab.get("dologin.html?ident=a@foo.com&password=abc-0123");
        assertRedirect(logIn, "/e/cookies/play");
        assertThat(logIn.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Path=/e/cookies/lab", "HttpOnly", "SameSite=Strict", "Max-Age=31536000")
                        .doesNotContain("Secure"))
                .satisfiesExactly(
                        cookie -> assertThat(cookie).matches("sesscookie=[0-9]{1,10};.*"),
                        cookie -> assertThat(cookie).matches("sessid=[0-9]{1,68};.*"));
        String cookies = Exchange.cookies(logIn);
        assertRedirect(lab.get("", "Cookie", cookies), "/e/cookies/play");
        assertRedirect(lab.get("index.html", "Cookie", cookies), "/e/cookies/play");
        HttpResponse<String> logOut = lab.get("DoLogout.html", "Cookie", cookies);
        assertRedirect(logOut, "/e/cookies");
        assertThat(Exchange.cookie(logOut, "sessid")).isEmpty();
        assertThat(lab.get("doloadexpr.json", "Cookie", cookies).statusCode()).isEqualTo(403);
        assertRedirect(lab.get("index.html", "Cookie", cookies), "/e/cookies");
        assertRedirect(lab.get("dologin.html?ident=a@foo.com&password=no"), "/e/cookies");
    }

    private static void assertRedirect(HttpResponse<String> answer, String path) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(path);
        assertThat(answer.body()).isEqualTo("Redirecting...");
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }

    private static int status(Exchange lab, String cookies, String tag) {
        return lab.get("doloadexpr.json", "Cookie", cookies, "If-None-Match", tag)
                .statusCode();
    }

    private static JsonNode load(Exchange lab, String cookies) {
        HttpResponse<String> answer = lab.get("doloadexpr.json", "Cookie", cookies);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Starts with two participants; returns the row player's cookies, then the column player's. */
    private static String[] play(Exchange lab, ExperimentId id) {
        String[] passwords = new String[2];
        List<String> names = List.of("a@foo.com", "b@foo.com");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = lab.post("doautoadd.json", "ident=" + names.get(i));
            passwords[i] = JSON.readTree(answer.body()).required("password").stringValue();
            assertThat(passwords[i]).matches("[a-z]{3}-[0-9]{4}");
        }
        server.conduct().start(id);
        String[] cookies = new String[2];
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer =
                    lab.post("dologin.json", "ident=" + names.get(i) + "&password=" + passwords[i]);
            assertThat(answer.body()).isEqualTo("{\"needjoin\": 0}");
            String mine = Exchange.cookies(answer);
            cookies[load(lab, mine).required("player").required("role").intValue()] = mine;
        }
        return cookies;
    }

    private static ExperimentId define(String id, String options) {
        return server.games()
                .define(TestServer.TWO_GAMES
                        .replace("experiment_id = two", "experiment_id = " + id)
                        .replace("instructions = Play well.\n", options.startsWith("instructions") ? "" : "\n")
                        .replace("[metadata]", options + "\n[metadata]"));
    }

    private static Exchange exchange(ExperimentId id) {
        return new Exchange(URI.create(server.address() + "/e/" + id + "/lab"));
    }
}
