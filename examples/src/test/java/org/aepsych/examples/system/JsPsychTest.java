package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.web.bots.AdaptiveClient;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A timeline of the real jsPsych, on a page of somebody else's server, takes part in an adaptive experiment. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsPsychTest {
    private static final int TRIALS = 4;
    private static final Path GUIDE = Path.of("..", "docs", "browser-experiments.md");
    private static final Pattern SCRIPT =
            Pattern.compile("```javascript\\n(import \\{ AepsychSession.*?)```", Pattern.DOTALL);

    private static final String FILE = """
            [common]
            parnames = [contrast]
            stimuli_per_trial = 1
            outcome_types = [binary]
            strategy_names = [spread]
            seed = 5
            [metadata]
            experiment_id = %s
            [contrast]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [spread]
            generator = SobolGenerator
            min_asks = 4
            min_total_outcome_occurrences = 0
            [presentation]
            task = external
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <title>A page of somebody else's</title>
            <link rel="icon" href="data:,">
            <script src="jspsych.js"></script>
            <script src="button.js"></script>
            <script src="call.js"></script>
            <script>
            const jsPsych = initJsPsych();
            const draw = (contrast) => `<p data-contrast="${contrast}">Is it visible?</p>`;
            let noticed = 0;
            </script>
            <script type="module">
            %s
            document.body.dataset.over = noticed;
            </script>
            """;

    /** Waits until another stimulus is there, or until all is over. */
    private static final String NEXT = """
            const [last, done] = arguments;
            const look = () => {
              const shown = document.querySelector("[data-contrast]")?.dataset.contrast;
              if (document.body.dataset.over !== undefined) done("over");
              else if (shown !== undefined && shown !== last) done(shown);
              else requestAnimationFrame(look);
            };
            look();
            """;

    @TempDir
    private static Path folder;

    private ServerProcess server;
    private HttpServer elsewhere;
    private Browser browser;
    private String page = "";

    @BeforeAll
    void open() throws IOException, InterruptedException {
        server = Program.start(folder, "serve");
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/", "text/html", () -> page);
        serve("/jspsych.js", "text/javascript", () -> resource("/jspsych/jspsych-8.3.0.min.js"));
        serve("/button.js", "text/javascript", () -> resource("/jspsych/html-button-response-2.1.0.min.js"));
        serve("/call.js", "text/javascript", () -> resource("/jspsych/call-function-2.1.0.min.js"));
        serve("/jspsych-aepsych.js", "text/javascript", () -> resource("/org/aepsych/web/static/jspsych-aepsych.js"));
        elsewhere.start();
        browser = new Browser(Browser.Screen.DESKTOP);
    }

    @AfterAll
    void close() {
        browser.close();
        elsewhere.stop(0);
        server.close();
    }

    /** What a page has in it. */
    @FunctionalInterface
    private interface Content {
        String text();
    }

    private void serve(String path, String type, Content content) {
        var unused = elsewhere.createContext(path, exchange -> {
            byte[] body = content.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(JsPsychTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets an experiment up, and returns the guide's script for it. */
    private String guide(String experiment) throws IOException {
        try (AdaptiveClient client = new AdaptiveClient("127.0.0.1", server.clientPort())) {
            int unused = client.setup(FILE.formatted(experiment));
        }
        Matcher script = SCRIPT.matcher(Files.readString(GUIDE));
        assertThat(script.find()).isTrue();
        return Objects.requireNonNull(script.group(1))
                .replace("https://lab.example.org", server.pages().toString())
                .replace("\"contrast\", {", "\"" + experiment + "\", {");
    }

    @Test
    void theTimelineOfTheGuideAsksAndTells() throws IOException {
        page = PAGE.formatted(guide("plain"));

        List<Answer> given = takePart(1);

        assertThat(browser.ask("document.body.dataset.over")).isEqualTo("0");
        told("plain", given);
    }

    @Test
    void whatTrialsDoAtTheirEndTheyStillDo() throws IOException {
        page = PAGE.formatted(
                guide("noticed").replace("const trial = {", "const trial = {\n  on_finish: () => { noticed++; },"));

        List<Answer> given = takePart(TRIALS);

        assertThat(browser.ask("document.body.dataset.over")).isEqualTo(Integer.toString(TRIALS));
        told("noticed", given);
    }

    @Test
    void severalTrialsMayBeOne() throws IOException {
        page = PAGE.formatted(guide("several").replace("session.loop(trial,", """
                session.loop({
                  on_finish: () => { noticed++; },
                  timeline: [
                    { type: jsPsychHtmlButtonResponse, stimulus: "<p>+</p>", choices: [], trial_duration: 10 },
                    trial,
                  ],
                },"""));

        List<Answer> given = takePart(TRIALS);

        assertThat(browser.ask("document.body.dataset.over")).isEqualTo(Integer.toString(2 * TRIALS));
        told("several", given);
    }

    private record Answer(double contrast, int outcome) {}

    /** Answers all trials, with the page loaded anew after some of them, and returns what was answered. */
    private List<Answer> takePart(int before) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
        browser.open(address);
        List<Answer> given = new ArrayList<>();
        String last = "";
        while (!last.equals("over")) {
            String now = next(last);
            if (!now.equals("over")) {
                double contrast = Double.parseDouble(now);
                int outcome = contrast > 0.5 ? 1 : 0;
                browser.click("button[data-choice='%d']".formatted(outcome));
                given.add(new Answer(contrast, outcome));
                if (given.size() == before && before < TRIALS) {
                    next(now);
                    browser.open(address);
                }
            }
            last = now;
        }
        assertThat(browser.complaints()).isEmpty();
        return given;
    }

    private String next(String last) {
        return browser.runAsync(NEXT, last).toString();
    }

    private static void told(String experiment, List<Answer> given) throws IOException {
        assertThat(given).hasSize(TRIALS).extracting(Answer::outcome).contains(0, 1);
        List<TrialTable.Trial> told = TrialTable.read(folder).stream()
                .filter(trial -> trial.text("experiment_id").equals(experiment))
                .toList();
        assertThat(told).hasSize(TRIALS);
        for (int trial = 0; trial < TRIALS; trial++) {
            assertThat(told.get(trial).number("contrast"))
                    .isEqualTo(given.get(trial).contrast());
            assertThat(told.get(trial).number("outcome"))
                    .isEqualTo(given.get(trial).outcome());
            assertThat(told.get(trial).number("response_time")).isPositive();
            assertThat(told.get(trial).text("participant_id")).isEqualTo("P07");
        }
    }
}
