package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.aepsych.web.bots.AdaptiveClient;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every presenter that comes along, in every task, defined by a file only, shown in a real browser, and answered. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresentersTest {
    private static final int TRIALS = 2;
    private static final int DURATION = 50;

    private static final String FILE = """
            [common]
            parnames = [%2$s]
            stimuli_per_trial = %3$d
            outcome_types = [%4$s]
            strategy_names = [spread]
            seed = 11
            [metadata]
            experiment_id = %1$s
            [spread]
            generator = SobolGenerator
            min_asks = 2
            min_total_outcome_occurrences = 0
            [presentation]
            calibration = False
            fixation = 20
            gap = 20
            """;

    /** Notes what is put in front of the participant, since it is gone before anybody could look. */
    private static final String WATCH = """
            window.presented = [];
            const seen = (node) => {
              if (node.tagName === "CANVAS") {
                const { data } = node.getContext("2d").getImageData(0, 0, node.width, node.height);
                const levels = new Set(data.filter((value, place) => place % 4 === 0));
                return `canvas of ${levels.size > 2 ? "many" : "few"} levels`;
              }
              return node.tagName === "IMG" ? `picture ${node.naturalWidth} wide` : node.innerText.replace(/\\s+/g, " ");
            };
            new MutationObserver((changes) => {
              for (const change of changes) {
                for (const node of change.addedNodes) {
                  if (/^stimulus-/.test(node.className)) window.presented.push(seen(node));
                }
              }
            }).observe(document.querySelector("[data-field]"), { childList: true, subtree: true });
            """;

    /** Waits until another trial waits for its answer, and what is shown for a time is gone, or until all is over. */
    private static final String NEXT = """
            const [last, stays, done] = arguments;
            const look = () => {
              const { waiting, shown } = document.querySelector("[data-session]").dataset;
              if (shown === "done") done(shown);
              else if (waiting !== undefined && waiting !== last && (stays || !document.querySelector("[data-field] .slot"))) done(waiting);
              else requestAnimationFrame(look);
            };
            look();
            """;

    /** Moves the slider to a card's length on a telephone of 6 pixels each millimetre, and measures the frame. */
    private static final String CARD = """
            (() => {
              const slider = document.querySelector("#card-width");
              slider.value = 514;
              slider.dispatchEvent(new Event("input", { bubbles: true }));
              const { width, height } = document.querySelector("[data-card]").getBoundingClientRect();
              return `${Math.round(height)} high, ${Math.round(width)} wide`;
            })()""";

    @TempDir
    private static Path folder;

    private ServerProcess server;
    private Browser browser;

    /** An experiment, and what its participants see. */
    private enum Design {
        TEXT(parameter("opacity", 0.2, 1), "text", "yes_no", "binary", "text = now", "now"),
        IMAGE(
                choices("face", "round", "square"),
                "image",
                "yes_no",
                "binary",
                "file = face\nsuffix = .png",
                "picture (40|60) wide"),
        GABOR(parameter("contrast", 0.3, 1), "gabor", "two_alternative", "binary", "size = 2", "canvas of many levels"),
        GRATING(
                parameter("frequency", 1, 8),
                "gabor",
                "two_interval",
                "binary",
                "contrast = 0.9\nwindow = disk\nsize = 2",
                "canvas of many levels"),
        TONE(parameter("level", -60, -20), "tone", "two_interval", "binary", "length = 40", "♪"),
        LOUDNESS(parameter("level", -60, -20), "tone", "rating", "ordinal", "length = 40", "♪"),
        OFFER(
                parameter("delay", 1, 9),
                "offer",
                "choice",
                "binary",
                "amount = 100\nunit = week\nreference_amount = 40\nreference_delay = 0",
                "€100 in \\d weeks?|€100 next week|€40 this week"),
        PREFERENCE(parameter("size", 20, 60), "text", "preference", "binary", "text = letters", "letters"),
        RATING(parameter("size", 20, 60), "text", "rating", "ordinal", "text = so large", "so large"),
        SPEED(parameter("opacity", 0.2, 1), "text", "yes_no", "binary, continuous", "text = quick", "quick");

        private final String parameter;
        private final String presenter;
        private final String task;
        private final String outcomes;
        private final String properties;
        private final String shown;

        Design(String parameter, String presenter, String task, String outcomes, String properties, String shown) {
            this.parameter = parameter;
            this.presenter = presenter;
            this.task = task;
            this.outcomes = outcomes;
            this.properties = properties;
            this.shown = shown;
        }

        private static String parameter(String name, double lower, double upper) {
            return "[" + name + "]\npar_type = continuous\nlower_bound = " + lower + "\nupper_bound = " + upper + "\n";
        }

        private static String choices(String name, String... choices) {
            return "[" + name + "]\npar_type = categorical\nchoices = " + List.of(choices) + "\n";
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String parameterName() {
            return parameter.substring(1, parameter.indexOf(']'));
        }

        /** Offers stay until they are answered. */
        private boolean stays() {
            return this == OFFER;
        }

        private int each() {
            return this == PREFERENCE || this == OFFER ? 2 : 1;
        }

        private String file() {
            String names = outcomes.contains(",") ? "outcome_names = [seen, response_time]\n" : "";
            return FILE.formatted(id(), parameterName(), this == PREFERENCE ? 2 : 1, outcomes)
                            .replace("strategy_names", names + "strategy_names")
                    + "duration = " + (stays() ? 0 : DURATION) + "\npresenter = " + presenter + "\ntask = " + task
                    + "\n"
                    + parameter + "[" + presenter + "]\n" + properties + "\n";
        }
    }

    @BeforeAll
    void open() throws IOException, InterruptedException {
        Path pictures = Files.createDirectories(folder.resolve("stimuli").resolve(Design.IMAGE.id()));
        picture(pictures.resolve("round.png"), 40);
        picture(pictures.resolve("square.png"), 60);
        server = Program.start(folder, "serve");
        browser = new Browser(Browser.Screen.DESKTOP);
    }

    private static void picture(Path file, int width) throws IOException {
        BufferedImage image = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.ORANGE);
        drawing.fillOval(2, 2, width - 4, width - 4);
        drawing.dispose();
        assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void everyPresenterIsShownAndAnsweredAndWhatWasMeasuredIsRecorded() throws IOException {
        for (Design design : Design.values()) {
            takePart(design);
        }
        List<TrialTable.Trial> told = TrialTable.read(folder);
        for (Design design : Design.values()) {
            List<TrialTable.Trial> trials = told.stream()
                    .filter(trial -> design.id().equals(trial.text("experiment_id")))
                    .filter(trial -> design.id().equals(trial.text("participant_id")))
                    .toList();
            assertThat(trials).as("trials of %s", design).hasSize(TRIALS);
            assertThat(trials).as("trials of %s", design).allSatisfy(trial -> check(design, trial));
        }
    }

    /** A bank card is wider than a telephone's screen, but not longer. */
    @Test
    void onATelephoneACardIsComparedUpright() throws IOException {
        String file = Design.GABOR
                .file()
                .replace("calibration = False", "calibration = True")
                .replace("experiment_id = " + Design.GABOR.id(), "experiment_id = telephone");
        try (AdaptiveClient client = new AdaptiveClient("127.0.0.1", server.clientPort())) {
            int unused = client.setup(file);
        }
        try (Browser telephone = new Browser(Browser.Screen.PHONE)) {
            telephone.open(server.pages().resolve("/s/telephone?lang=en"));
            telephone.click("#agree");
            telephone.click("form.card button");
            telephone.await("button[data-go=start]:enabled");
            telephone.click("button[data-go=start]");
            telephone.await("[data-part=calibration]:not([hidden])");

            assertThat(telephone.ask(CARD).toString()).isEqualTo("514 high, 324 wide");
            assertThat(telephone
                            .ask("document.querySelector('[data-calibration]').innerText")
                            .toString())
                    .contains("as high as the card", "Height of the frame")
                    .doesNotContain("wide", "Width");
        }
    }

    private void takePart(Design design) throws IOException {
        try (AdaptiveClient client = new AdaptiveClient("127.0.0.1", server.clientPort())) {
            int unused = client.setup(design.file());
        }
        browser.open(server.pages().resolve("/s/" + design.id() + "?lang=en&participant=" + design.id()));
        browser.click("#agree");
        browser.click("form.card button");
        browser.await("button[data-go=start]:enabled");
        browser.run(WATCH);
        browser.click("button[data-go=start]");
        int trials = 0;
        String trial = waiting("", design);
        while (!trial.equals("done")) {
            browser.click("[data-answers] button:nth-child(%d)".formatted(1 + trials % 2));
            trials++;
            trial = waiting(trial, design);
        }

        assertThat(trials).as("trials of %s", design).isEqualTo(TRIALS);
        assertThat(browser.complaints()).as("%s", design).isEmpty();
        List<?> presented = (List<?>) browser.ask("window.presented");
        assertThat(presented).as("stimuli of %s", design).hasSize(TRIALS * design.each());
        assertThat(presented)
                .as("stimuli of %s", design)
                .allSatisfy(shown -> assertThat(shown.toString()).matches(design.shown));
    }

    private static void check(Design design, TrialTable.Trial trial) {
        assertThat(trial.text("answer")).isNotEmpty();
        assertThat(trial.number("response_time")).isPositive();
        assertThat(trial.number("frame_ms")).isBetween(1.0, 1000.0);
        if (!design.stays()) {
            assertThat(trial.number("requested_ms")).isEqualTo(DURATION);
            assertThat(trial.number("presentation_error_ms")).isFinite();
            assertThat(trial.number("shown_ms")).isPositive();
            assertThat(trial.number("late_frames")).isNotNegative();
        }
    }

    private String waiting(String last, Design design) {
        return browser.runAsync(NEXT, last, design.stays()).toString();
    }
}
