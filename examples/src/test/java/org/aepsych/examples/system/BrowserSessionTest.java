package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.strategies.math.Normal;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** An adaptive experiment that is defined by its file only, in a real browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserSessionTest {
    private static final Path FILE = Path.of("src", "test", "resources", "adaptive", "detection.ini");
    private static final String PART = "[data-shown=%s]";
    /** Waits until the page takes an answer to a trial that is not the last one, or until the trials are over. */
    private static final String NEXT = """
            const [last, done] = arguments;
            const look = () => {
              const { waiting, shown, parameters } = document.querySelector("[data-session]").dataset;
              if (shown === "done" || shown === "break") done(shown);
              else if (waiting !== undefined && waiting !== last) done(`${waiting} ${JSON.parse(parameters).contrast[0]}`);
              else requestAnimationFrame(look);
            };
            look();
            """;

    /** The observer sees half of the patches of this contrast, and more of stronger ones. */
    private static final double HALF_SEEN = 0.08;

    /** Standard deviation of the observer's noise, in decimal logarithms of contrast. */
    private static final double NOISE = 0.15;

    /** Normal quantile of the response probability 0.75. */
    private static final double TARGET = 0.6744897501960817;

    private ServerProcess server;

    @BeforeAll
    void startTheServer(@TempDir Path folder) throws IOException, InterruptedException {
        server = Program.start(folder, "serve", "-s", FILE.toString());
    }

    @AfterAll
    void stopTheServer() {
        server.close();
    }

    @Test
    void theKeyboardAloneRecoversTheThresholdOfASimulatedObserver() throws IOException {
        try (Browser browser = new Browser(Browser.Screen.DESKTOP)) {
            Access access = new Access();
            Keyboard keyboard = new Keyboard(browser);
            // Buttons that become usable would be judged while they change their colours.
            browser.prefer("light", false);
            browser.open(server.pages().resolve("/s/detection?lang=en"));
            browser.picture("session-consent");

            keyboard.use("#agree", Keys.SPACE);
            keyboard.use("form.card button", Keys.ENTER);
            browser.await("button[data-go=start]:enabled");
            browser.picture("session-instructions");
            keyboard.use("button[data-go=start]", Keys.ENTER);
            browser.await(PART.formatted("calibration"));
            access.check(browser, "calibration");
            browser.picture("session-calibration");
            browser.show(Browser.Screen.DESKTOP);
            keyboard.use("#card-width", Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
            keyboard.use("#distance", Keys.ARROW_UP);
            keyboard.use("[data-calibration] button", Keys.ENTER);

            int trials = answerAll(browser, access, keyboard);

            assertThat(trials).isEqualTo(31);
            access.check(browser, "end");
            browser.picture("session-end");
            keyboard.use("[data-part=done] button", Keys.ENTER);
            browser.await("#agree");
        }
        Interval interval = thresholdInterval();
        double threshold = HALF_SEEN * Math.pow(10, TARGET * NOISE);
        assertThat(threshold).isBetween(interval.lower(), interval.upper());
        assertThat(interval.upper() / interval.lower()).as("%s", interval).isLessThan(4);
    }

    private static int answerAll(Browser browser, Access access, Keyboard keyboard) throws IOException {
        Random chance = new Random(3);
        String last = "";
        int trials = 0;
        for (; ; ) {
            String now = (String) browser.runAsync(NEXT, last);
            if (now.equals("done")) {
                return trials;
            }
            if (now.equals("break")) {
                access.check(browser, "break");
                keyboard.use("[data-go=resume]", Keys.ENTER);
                continue;
            }
            last = now.substring(0, now.indexOf(' '));
            double contrast = Double.parseDouble(now.substring(now.indexOf(' ') + 1));
            if (trials == 2) {
                access.check(browser, "trial");
                browser.show(Browser.Screen.DESKTOP);
                browser.picture("session-trial");
            }
            boolean seen = Math.log10(contrast / HALF_SEEN) + NOISE * chance.nextGaussian() > 0;
            if (trials == 1) {
                keyboard.use("[data-answers] button[value=%s]".formatted(seen ? "yes" : "no"), Keys.ENTER);
            } else {
                browser.press(seen ? Keys.ARROW_RIGHT : Keys.ARROW_LEFT);
            }
            trials++;
        }
    }

    private record Interval(double lower, double upper) {}

    /** Asks the model of the participant's session where the response probability may be 0.75, with 95 % confidence. */
    private Interval thresholdInterval() throws IOException {
        double lower = Double.NaN;
        double upper = Double.NaN;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.clientPort())) {
            Json.Obj unused = say(socket, "resume", Json.Obj.empty().with("strat_id", Json.of(1)));
            for (int step = 0; step <= 80; step++) {
                double contrast = Math.pow(10, -2 + step / 40.0);
                double mean = predicted(socket, contrast, false);
                // The probability is that of a normal variable: a wider posterior brings it nearer to one half.
                double ratio = mean / Normal.quantile(predicted(socket, contrast, true));
                double deviation = Math.sqrt(Math.max(0, ratio * ratio - 1));
                if (Double.isNaN(lower) && mean + 1.96 * deviation >= TARGET) {
                    lower = contrast;
                }
                if (Double.isNaN(upper) && mean - 1.96 * deviation >= TARGET) {
                    upper = contrast;
                }
            }
        }
        return new Interval(lower, upper);
    }

    private static double predicted(Socket socket, double contrast, boolean probability) throws IOException {
        Json.Obj question = Json.Obj.empty()
                .with("query_type", Json.of("prediction"))
                .with("probability_space", Json.of(probability))
                .with("x", Json.Obj.empty().with("contrast", Json.array(List.of(Json.of(contrast)))));
        Json.Obj answer = say(socket, "query", question);
        return Double.parseDouble(answer.find("y").orElseThrow().text());
    }

    private static Json.Obj say(Socket socket, String type, Json.Obj message) throws IOException {
        Json.Obj request = Json.Obj.empty().with("type", Json.of(type)).with("message", message);
        socket.getOutputStream().write(request.text().getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[4096];
        int length = socket.getInputStream().read(buffer);
        return (Json.Obj) new JsonReader().read(new String(buffer, 0, length, StandardCharsets.UTF_8));
    }
}
