package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.aepsych.examples.client.AepsychClient;
import org.aepsych.examples.client.Experiment;
import org.aepsych.examples.client.Trial;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures in {@code docs/images} of what takes long to come about; only with {@code -Dscreenshots=update}. */
@Tag("browser")
@EnabledIfSystemProperty(named = "screenshots", matches = "update")
class GalleryTest {
    private static final String PLAY = "form[data-play]";
    private static final String WEIGHTS = "form[data-play] td.weight input[type=text]";
    private static final String ADVANCE = "form[action$='/advance'] button";
    private static final String DRAW = "form[action$='/draw'] button";
    private static final int TALL = 1500;

    private static final String INSPECTION = """
            [common]
            protocol = game
            games = [inspection]
            rounds = 12
            minutes = 30
            lottery = 100 euros
            lottery_draw = committed
            winners = 1
            [inspection]
            name = Inspection
            payoffs =
                2, 1 | 0, 2
                0, 2 | 3, 0
            [metadata]
            experiment_name = Inspection game
            experiment_description = Spring term, course B
            experiment_id = inspection
            """;

    private static final String STRIPES = """
            [common]
            parnames = [contrast]
            outcome_types = [%s]
            strategy_names = [spread]
            seed = 3
            [metadata]
            experiment_id = %s
            experiment_name = %s
            [contrast]
            par_type = continuous
            lower_bound = %s
            upper_bound = %s
            [spread]
            generator = SobolGenerator
            min_asks = 20
            [presentation]
            duration = 0
            calibration = False
            """;

    /** A picture shows the folder of a real server, not the one of a test. */
    private static final String ELSEWHERE =
            "document.querySelectorAll('dd').forEach((place) => (place.textContent = place.textContent.replace('%s', '/var/lib/aepsych')))";

    private static final Map<String, String> TITLES = Map.of(
            "gabor", "Faint stripes", "tone", "Soft tones", "offer", "Money now or later", "text", "Legible letters");

    @TempDir
    private Path folder;

    private ServerProcess server;
    private Browser browser;

    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        server = Program.start(folder, "serve");
        browser = new Browser(Browser.Screen.DESKTOP);
        browser.open(URI.create(server.administratorLink()));
        browser.type("input[type=email]", "lab@example.org");
        browser.type("input[type=password]", "correct horse battery staple");
        browser.click("main form button[type=submit]");
        browser.await("a[href$='/admin/games/new']");
    }

    @AfterEach
    void tidyUp() {
        browser.close();
        server.close();
    }

    @Test
    void aGameFromItsRoundsToTheProofOfItsLottery() throws Exception {
        define(INSPECTION);
        join("inspection", "Ada");
        CompletableFuture<CommandLine> bots =
                bots("inspection", "-n", "11", "--seed", "5", "--policy", "logit-quantal-response");
        open("/admin/games/inspection");
        browser.await("#people ~ .scroll tbody tr:nth-child(12)");
        browser.unfoldAndClick("form[action$='/start'] button");
        browser.await(ADVANCE);
        for (String first : new String[] {"1/2", "0.6", "0.4", "1/3"}) {
            open("/e/inspection/play");
            browser.await(PLAY);
            browser.type(WEIGHTS, 0, first);
            browser.type(
                    WEIGHTS,
                    1,
                    first.equals("1/3") ? "2/3" : first.equals("1/2") ? "1/2" : first.equals("0.6") ? "0.4" : "0.6");
            browser.click(PLAY + " button.button");
            browser.await("main h1");
            await(bots);
        }
        open("/e/inspection/play?lang=ar");
        browser.await(PLAY);
        picture("play-arabic", Browser.Screen.PHONE);
        browser.prefer("dark", true);
        open("/e/inspection/play?lang=en");
        browser.await(PLAY);
        picture("play-dark", Browser.Screen.DESKTOP);
        browser.prefer("light", true);
        open("/e/inspection/history");
        browser.await("#why details");
        tall("why", 1250);
        picture("why", Browser.Screen.PHONE);
        browser.show(Browser.Screen.DESKTOP);
        advance(5);
        console();
        advance(20);
        browser.await(DRAW);
        browser.click("#draw-confirmed");
        browser.click(DRAW);
        browser.await("#winners-title");
        browser.show(Browser.Screen.DESKTOP, TALL);
        browser.picture("admin-lottery");
        open("/e/inspection/play");
        browser.await("#lottery");
        browser.click("#lottery ~ details summary");
        tall("result-proof", TALL);
        CommandLine unused = bots.get(120, TimeUnit.SECONDS);
    }

    private void console() throws IOException {
        open("/admin/games/inspection/charts");
        browser.await(".plot");
        tall("admin-charts", TALL);
        picture("admin-charts", Browser.Screen.PHONE);
        browser.show(Browser.Screen.DESKTOP);
        open("/admin/games/inspection/manage");
        tall("admin-manage", TALL);
        open("/admin/games/inspection/time?at=70");
        browser.await(".travel");
        tall("admin-time", 1250);
        browser.prefer("dark", true);
        open("/admin/games/inspection");
        browser.await("#people");
        picture("admin-game-dark", Browser.Screen.DESKTOP);
        browser.prefer("light", true);
        for (String page : new String[] {"audit", "accounts", "me"}) {
            open("/admin/" + page);
            browser.await("main h1");
            picture("admin-" + page, Browser.Screen.DESKTOP);
        }
        open("/admin/settings");
        browser.await("main h1");
        browser.run(ELSEWHERE.formatted(folder));
        tall("admin-settings", 640);
        open("/api");
        browser.await("main h1, h1");
        picture("api", Browser.Screen.DESKTOP);
    }

    @Test
    void gamesOfThreeAndMoveByMove() throws Exception {
        define(example("public-goods", "public"));
        join("public", "Ada");
        CompletableFuture<CommandLine> two = bots("public", "-n", "2");
        begin("public", 3);
        open("/e/public/play?lang=en");
        browser.await(PLAY);
        picture("play-three", Browser.Screen.DESKTOP);
        picture("play-three", Browser.Screen.PHONE);
        browser.show(Browser.Screen.DESKTOP);
        define(example("simple-poker", "poker"));
        join("poker", "Ada");
        CompletableFuture<CommandLine> one = bots("poker", "-n", "1");
        begin("poker", 2);
        open("/e/poker/play?lang=en");
        browser.await("#tree-title");
        tall("play-tree", 1100);
        picture("play-tree", Browser.Screen.PHONE);
        end("public");
        end("poker");
        CompletableFuture.allOf(two, one).get(120, TimeUnit.SECONDS);
    }

    @Test
    void whatModelsBelieve() throws IOException {
        AepsychClient client = new AepsychClient(server.pages());
        Random chance = new Random(4);
        run(
                client,
                example("contrast", "contrast"),
                values -> Math.log10(values.applyAsDouble("contrast") / 0.08) / 0.15,
                chance);
        run(client, example("audiogram", "audiogram"), values -> level(values), chance);
        belief(1, "admin-belief");
        belief(2, "admin-belief-map");
        open("/admin/adaptive/2");
        browser.await(".plot");
        picture("admin-belief-map", Browser.Screen.PHONE);
        browser.prefer("dark", true);
        open("/admin/adaptive/2");
        browser.await(".plot");
        tall("admin-belief-map-dark", 1250);
    }

    private void belief(int session, String name) throws IOException {
        open("/admin/adaptive/" + session);
        browser.await("#belief");
        browser.await(".plot");
        tall(name, 1250);
    }

    private static double level(ToDoubleFunction<String> values) {
        double octaves = Math.log(values.applyAsDouble("frequency") / 1000) / Math.log(2);
        double threshold = 25 + 6 * Math.max(0, octaves) * Math.max(0, octaves) + 4 * Math.max(0, -octaves);
        return (values.applyAsDouble("level") - threshold) / 8;
    }

    private static void run(
            AepsychClient client, String file, ToDoubleFunction<ToDoubleFunction<String>> evidence, Random chance) {
        Experiment experiment = client.setUp(file);
        boolean finished = false;
        while (!finished) {
            Experiment.Asked asked = experiment.ask();
            Trial trial = asked.trials().get(0);
            double seen = evidence.applyAsDouble(trial::number);
            experiment.tell(trial, seen + chance.nextGaussian() > 0 ? 1 : 0, Map.of());
            finished = asked.finished();
        }
    }

    @Test
    void presenters() throws IOException {
        present(
                "gabor",
                "task = two_alternative\nbreak_every = 10\n[gabor]\ncontrast = contrast\nsize = 4\norientation = 30\n",
                "binary",
                "0.3",
                "1");
        picture("session-gabor", Browser.Screen.DESKTOP);
        picture("session-gabor", Browser.Screen.PHONE);
        browser.show(Browser.Screen.DESKTOP);
        present(
                "tone",
                "task = yes_no\nquestion = Did you hear a tone?\n[tone]\nlevel = contrast\n",
                "binary",
                "-60",
                "-20");
        picture("session-tone", Browser.Screen.PHONE);
        browser.show(Browser.Screen.DESKTOP);
        present(
                "offer",
                "task = choice\nquestion = What would you rather have?\n[offer]\namount = 100\ndelay = contrast\nreference_amount = 60\nreference_delay = 0\n",
                "binary",
                "5",
                "90");
        picture("session-offer", Browser.Screen.DESKTOP);
        present(
                "text",
                "task = rating\nlevels = 5\nanchors = not at all | very much\nquestion = How well can you read it?\n[text]\ntext = The quick brown fox\nopacity = contrast\n",
                "ordinal",
                "0.2",
                "1");
        picture("session-rating", Browser.Screen.PHONE);
    }

    private void present(String presenter, String rest, String outcome, String lower, String upper) throws IOException {
        open("/admin/adaptive/new");
        browser.submit(
                "#text",
                STRIPES.formatted(outcome, presenter, TITLES.getOrDefault(presenter, presenter), lower, upper)
                        + "presenter = " + presenter + "\n" + rest);
        browser.await("#participants");
        if (presenter.equals("gabor")) {
            tall("admin-adaptive", 900);
            browser.show(Browser.Screen.DESKTOP);
        }
        open("/s/" + presenter + "?lang=en");
        browser.click("#agree");
        browser.click("main form .button");
        browser.click(browser.await("button[data-go=start]:enabled"));
        browser.await("[data-waiting='0']");
    }

    private static String example(String file, String id) throws IOException {
        String text = Files.readString(Path.of("experiments", file + ".ini"));
        return text.replace("[metadata]\n", "[metadata]\nexperiment_id = " + id + "\n");
    }

    private void open(String path) {
        browser.open(server.pages().resolve(path));
    }

    private void define(String text) throws IOException {
        open("/admin/games/new");
        browser.submit("#text", text);
        browser.await("#people");
    }

    private void join(String experiment, String name) throws IOException {
        open("/e/" + experiment + "?lang=en");
        browser.type("#identifier", name);
        browser.click("form button.button");
        browser.await(".big-secret");
        browser.click(".actions a.button");
        browser.await("main h1");
    }

    private CompletableFuture<CommandLine> bots(String experiment, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "bots";
        words[1] = server.pages().resolve("/e/" + experiment).toString();
        System.arraycopy(options, 0, words, 2, options.length);
        return CompletableFuture.supplyAsync(() -> CommandLine.run(words));
    }

    private static void await(CompletableFuture<CommandLine> bots) {
        assertThat(bots).as("bots").isNotCompleted();
    }

    private void begin(String experiment, int participants) throws IOException {
        open("/admin/games/" + experiment);
        browser.await("#people ~ .scroll tbody tr:nth-child(" + participants + ")");
        browser.unfoldAndClick("form[action$='/start'] button");
        browser.await(ADVANCE);
    }

    private void advance(int most) throws IOException {
        open("/admin/games/inspection");
        for (int i = 0; i < most && browser.await(ADVANCE, DRAW).equals(ADVANCE); i++) {
            browser.click(ADVANCE);
        }
    }

    private void end(String experiment) throws IOException {
        open("/admin/games/" + experiment);
        browser.await("#end");
        browser.click("#end summary");
        browser.click("#confirmed");
        browser.click("#end form button");
        browser.await("main h1");
    }

    private void tall(String name, int height) throws IOException {
        browser.show(Browser.Screen.DESKTOP, height);
        browser.picture(name);
        browser.show(Browser.Screen.DESKTOP);
    }

    private void picture(String name, Browser.Screen screen) throws IOException {
        browser.show(screen);
        browser.picture(name);
        assertThat(browser.overflows()).as("%s is wider than the screen", name).isFalse();
    }
}
