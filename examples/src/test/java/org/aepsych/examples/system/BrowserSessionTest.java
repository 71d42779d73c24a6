package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.strategies.math.Normal;
import org.aepsych.web.crash.ServerProcess;
import org.assertj.core.data.Offset;
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
              else if (waiting !== undefined && waiting !== last) {
                done(`${waiting} ${JSON.parse(parameters).contrast[0]} ${window.contrast}`);
              }
              else requestAnimationFrame(look);
            };
            look();
            """;

    /**
     * Looks at each patch as an ideal observer does, who knows what to look for: compares the luminances of its pixels, on
     * the screen as it was measured, with those of such a patch of contrast 1.
     */
    private static final String LOOK = """
            const contrast = (canvas) => {
              const { pixelsPerDegree, gamma } = JSON.parse(localStorage.getItem("aepsych-screen"));
              const side = canvas.width;
              const { data } = canvas.getContext("2d").getImageData(0, 0, side, side);
              let product = 0;
              let square = 0;
              for (let row = 0; row < side; row++) {
                for (let column = 0; column < side; column++) {
                  const x = column - (side - 1) / 2;
                  const y = row - (side - 1) / 2;
                  const window = Math.exp(-(x * x + y * y) / (2 * (side / 6) ** 2));
                  const expected = window * Math.cos((2 * Math.PI * 4 * x) / pixelsPerDegree);
                  const luminance = (data[4 * (row * side + column)] / 255) ** gamma;
                  product += expected * (luminance / 0.5 - 1);
                  square += expected ** 2;
                }
              }
              return product / square;
            };
            new MutationObserver((changes) => {
              for (const { addedNodes } of changes) {
                for (const node of addedNodes) {
                  if (node.tagName === "CANVAS") window.contrast = contrast(node);
                }
              }
            }).observe(document.querySelector("[data-field]"), { childList: true, subtree: true });
            """;

    private static final List<Observer> OBSERVERS = List.of(new Observer(0.08, 3), new Observer(0.3, 5));

    /** Standard deviation of an observer's noise, in decimal logarithms of contrast. */
    private static final double NOISE = 0.15;

    /** By which factor the most probable threshold may be wrong after thirty trials. */
    private static final double CLOSE = 1.5;

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

    /**
     * Somebody who sees half of the patches of some contrast, and more of stronger ones.
     *
     * @param halfSeen the contrast
     * @param seed of their noise
     */
    private record Observer(double halfSeen, long seed) {
        /** Returns the contrast that is seen with the target's probability. */
        double threshold() {
            return halfSeen * Math.pow(10, TARGET * NOISE);
        }
    }

    @Test
    void theKeyboardAloneRecoversTheThresholdsOfSimulatedObservers() throws IOException {
        try (Browser browser = new Browser(Browser.Screen.DESKTOP)) {
            Keyboard keyboard = new Keyboard(browser);
            // Buttons that become usable would be judged while they change their colours.
            browser.prefer("light", false);
            browser.open(server.pages().resolve("/s/detection?lang=en"));
            browser.picture("session-consent");
            agree(browser, keyboard);
            browser.picture("session-instructions");
            keyboard.use("button[data-go=start]", Keys.ENTER);
            calibrate(browser, keyboard);
            takePart(browser, keyboard, OBSERVERS.get(0), Optional.of(new Access()));
            for (Observer observer : OBSERVERS.subList(1, OBSERVERS.size())) {
                keyboard.use("[data-part=done] button", Keys.ENTER);
                browser.await("#agree");
                agree(browser, keyboard);
                browser.run(LOOK);
                keyboard.use("button[data-go=start]", Keys.ENTER);
                takePart(browser, keyboard, observer, Optional.empty());
            }
        }
        for (int number = 0; number < OBSERVERS.size(); number++) {
            Interval interval = thresholdInterval(1 + number);
            assertThat(OBSERVERS.get(number).threshold())
                    .as("%s", OBSERVERS.get(number))
                    .isBetween(interval.lower(), interval.upper());
            assertThat(interval.middle() / OBSERVERS.get(number).threshold())
                    .as("%s for %s", interval, OBSERVERS.get(number))
                    .isBetween(1 / CLOSE, CLOSE);
        }
    }

    private static void agree(Browser browser, Keyboard keyboard) throws IOException {
        keyboard.use("#agree", Keys.SPACE);
        keyboard.use("form.card button", Keys.ENTER);
        browser.await("button[data-go=start]:enabled");
    }

    /** Measures the screen, once for all who sit before it. */
    private static void calibrate(Browser browser, Keyboard keyboard) throws IOException {
        browser.await(PART.formatted("calibration"));
        new Access().check(browser, "calibration");
        browser.picture("session-calibration");
        browser.show(Browser.Screen.DESKTOP);
        keyboard.use("#card-width", Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        keyboard.use("#distance", Keys.ARROW_UP);
        keyboard.use("#brightness", Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        browser.run(LOOK);
        keyboard.use("[data-calibration] button", Keys.ENTER);
    }

    private static void takePart(Browser browser, Keyboard keyboard, Observer observer, Optional<Access> access)
            throws IOException {
        Random chance = new Random(observer.seed());
        int trials = 0;
        String last = "";
        String now = waiting(browser, last);
        while (!now.equals("done")) {
            if (now.equals("break")) {
                access.ifPresent(judge -> judge.check(browser, "break"));
                keyboard.use("[data-go=resume]", Keys.ENTER);
            } else {
                String[] words = now.split(" ", -1);
                last = words[0];
                double asked = Double.parseDouble(words[1]);
                double shown = Double.parseDouble(words[2]);
                assertThat(shown).as("contrast on the screen").isCloseTo(asked, Offset.offset(0.003 + 0.02 * asked));
                if (access.isPresent() && trials == 2) {
                    access.get().check(browser, "trial");
                    browser.show(Browser.Screen.DESKTOP);
                    browser.picture("session-trial");
                }
                boolean seen =
                        Math.log10(Math.max(shown, 1e-6) / observer.halfSeen()) + NOISE * chance.nextGaussian() > 0;
                if (trials == 1) {
                    keyboard.use("[data-answers] button[value=%s]".formatted(seen ? "yes" : "no"), Keys.ENTER);
                } else {
                    browser.press(seen ? Keys.ARROW_RIGHT : Keys.ARROW_LEFT);
                }
                trials++;
            }
            now = waiting(browser, last);
        }
        assertThat(trials).isEqualTo(31);
        if (access.isPresent()) {
            access.get().check(browser, "end");
            browser.show(Browser.Screen.DESKTOP);
            browser.picture("session-end");
        }
    }

    private static String waiting(Browser browser, String last) {
        return browser.runAsync(NEXT, last).toString();
    }

    private record Interval(double lower, double middle, double upper) {}

    /** Asks the model of a participant's session where the response probability is and may be 0.75, with 95 % confidence. */
    private Interval thresholdInterval(int session) throws IOException {
        double lower = Double.NaN;
        double middle = Double.NaN;
        double upper = Double.NaN;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.clientPort())) {
            Json.Obj unused = say(socket, "resume", Json.Obj.empty().with("strat_id", Json.of(session)));
            for (int step = 0; step <= 80; step++) {
                double contrast = Math.pow(10, -2 + step / 40.0);
                double mean = predicted(socket, contrast, false);
                // The probability is that of a normal variable: a wider posterior brings it nearer to one half.
                double ratio = mean / Normal.quantile(predicted(socket, contrast, true));
                double deviation = Math.sqrt(Math.max(0, ratio * ratio - 1));
                if (Double.isNaN(lower) && mean + 1.96 * deviation >= TARGET) {
                    lower = contrast;
                }
                if (Double.isNaN(middle) && mean >= TARGET) {
                    middle = contrast;
                }
                if (Double.isNaN(upper) && mean - 1.96 * deviation >= TARGET) {
                    upper = contrast;
                }
            }
        }
        return new Interval(lower, middle, upper);
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
