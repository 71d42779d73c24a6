package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows {@code docs/guide.md} step by step in a real browser: the steps and the commands are read from the guide, so that
 * none of them can be there without being followed. With {@code -Dscreenshots=update} it takes the guide's pictures.
 */
@Tag("browser")
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide.md");
    private static final Pattern STEP = Pattern.compile("^\\d+\\. \\*\\*(.+?)\\.\\*\\*.*");
    private static final Pattern COMMAND = Pattern.compile("^ +\\./aepsych (.+)$");
    private static final String GUIDES_SERVER = "http://127.0.0.1:8080/";
    private static final String PLAY = "form[data-play]";
    private static final String WEIGHTS = "form[data-play] td.weight input[type=text]";
    private static final String ADVANCE = "form[action$='/advance'] button";
    private static final String DRAW = "form[action$='/draw'] button";

    @TempDir
    private Path folder;

    private ServerProcess server;
    private Browser browser;
    private List<String> commands = List.of();
    private CompletableFuture<CommandLine> bots = new CompletableFuture<>();

    /** What the guide says is to be done. */
    private record Step(String title, List<String> commands) {}

    /** Does it. */
    @FunctionalInterface
    private interface Deed {
        void follow() throws Exception;
    }

    /** The server of the first step, with a data folder and ports of its own. */
    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        server = Program.start(folder, "serve");
        browser = new Browser(Browser.Screen.DESKTOP);
    }

    @AfterEach
    void tidyUp() {
        browser.close();
        server.close();
    }

    @Test
    void everyStepOfTheGuideLeadsToTheNext() throws Exception {
        Map<String, Deed> deeds = new LinkedHashMap<>();
        deeds.put("Start the server", this::startTheServer);
        deeds.put("Define an experiment", this::defineAnExperiment);
        deeds.put("Let people in", this::letPeopleIn);
        deeds.put("Fill the room", this::fillTheRoom);
        deeds.put("Start", this::start);
        deeds.put("Play", this::play);
        deeds.put("Look at the rounds", this::lookAtTheRounds);
        deeds.put("Watch", this::watch);
        deeds.put("Draw the lottery", this::drawTheLottery);
        deeds.put("Check", this::check);
        List<Step> steps = steps();
        assertThat(steps).extracting(Step::title).containsExactlyElementsOf(deeds.keySet());

        for (Step step : steps) {
            commands = step.commands();
            deeds.getOrDefault(step.title(), () -> {}).follow();
        }
    }

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (String line : Files.readAllLines(GUIDE)) {
            Matcher step = STEP.matcher(line);
            Matcher command = COMMAND.matcher(line);
            if (step.matches()) {
                steps.add(new Step(String.valueOf(step.group(1)), new ArrayList<>()));
            } else if (command.matches()) {
                steps.get(steps.size() - 1).commands().add(String.valueOf(command.group(1)));
            }
        }
        return steps;
    }

    /** Runs a command of the guide against this test's server instead of the guide's. */
    private CommandLine run(String command) {
        Stream<String> words = Stream.of(
                command.replace(GUIDES_SERVER, server.pages().toString()).split(" ", -1));
        Stream<String> data = command.startsWith("replay") ? Stream.of("--data", folder.toString()) : Stream.empty();
        return CommandLine.run(Stream.concat(words, data).toArray(String[]::new));
    }

    private void open(String path) {
        browser.open(server.pages().resolve(path));
    }

    private void picture(String name) throws IOException {
        browser.picture(name);
        assertThat(browser.overflows()).as("%s is wider than the screen", name).isFalse();
    }

    private void startTheServer() throws IOException {
        assertThat(commands).containsExactly("serve");
        browser.open(URI.create(server.administratorLink()));
        browser.type("input[type=email]", "lab@example.org");
        browser.type("input[type=password]", "correct horse battery staple");
        picture("admin-first");
        browser.click("main form button[type=submit]");
        browser.await("a[href$='/admin/games/new']");
    }

    private void defineAnExperiment() throws IOException {
        browser.click("a[href$='/admin/games/new']");
        browser.await("#games");
        picture("admin-new-game");
        browser.submit("#text", Files.readString(Path.of("experiments", "prisoners.ini")));
        browser.await("#people");
    }

    private void letPeopleIn() throws IOException {
        open("/e/prisoners?lang=en");
        browser.await("#identifier");
        picture("join");
        browser.type("#identifier", "Ada");
        browser.click("form button.button");
        browser.await(".big-secret");
        browser.click(".actions a.button");
        browser.await("main h1");
    }

    private void fillTheRoom() throws IOException {
        assertThat(commands).hasSize(1);
        String command = commands.get(0);
        bots = CompletableFuture.supplyAsync(() -> run(command));
        open("/admin/games/prisoners");
        browser.await("#people ~ .scroll tbody tr:nth-child(10)");
    }

    private void start() throws IOException {
        browser.unfoldAndClick("form[action$='/start'] button");
        browser.await(ADVANCE);
    }

    private void play() throws IOException {
        open("/e/prisoners/play");
        browser.await(PLAY);
        browser.type(WEIGHTS, 0, "1/4");
        browser.type(WEIGHTS, 1, ".75");
        browser.await("[data-sum][data-state=right]");
        picture("play");
        browser.click(PLAY + " button.button");
        browser.await("main h1");
    }

    private void lookAtTheRounds() throws IOException {
        // The page does not move on by itself; the round ends as soon as the last bot has played.
        open("/e/prisoners/play");
        browser.await(PLAY);
        open("/e/prisoners/history");
        browser.await("#why details");
        picture("history");
    }

    private void watch() throws IOException {
        open("/admin/games/prisoners");
        browser.await(ADVANCE);
        picture("admin-game");
        while (browser.await(ADVANCE, DRAW).equals(ADVANCE)) {
            browser.click(ADVANCE);
        }
    }

    private void drawTheLottery() throws Exception {
        browser.type("#seed", "2026");
        browser.click("#draw-confirmed");
        browser.click(DRAW);
        browser.await("#winners-title");
        assertThat(browser.all("section[aria-labelledby=winners-title] tbody tr"))
                .hasSize(2);
        open("/e/prisoners/play");
        browser.await("#lottery");
        assertThat(browser.all("#lottery ~ ol li")).hasSize(2);
        picture("result");
        assertThat(bots.get(60, TimeUnit.SECONDS).out()).contains("9, of which 9 saw the end");
    }

    private void check() {
        assertThat(commands).hasSize(2);
        for (String command : commands) {
            CommandLine checked = run(command);
            assertThat(checked.exitCode()).as(checked.out() + checked.err()).isZero();
        }
    }
}
