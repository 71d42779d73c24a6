package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aepsych.web.bots.LabClient;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** A visitor of the demo, in a real browser, plays a whole game against the simulated participants. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitorTest {
    private static final int ROUNDS = 3;
    private static final int GAMES = 2;
    private static final String PLAY = "form[data-play]";
    private static final String WEIGHTS = "form[data-play] td.weight input[type=text]";
    /** A game that has not been sent, so that the page before is not taken for the next one. */
    private static final String FRESH = "form[data-play]:not([data-sending])";

    private static final String SENDING = "document.querySelector('form[data-play]').dataset.sending = ''";
    private static final String RESULT = "#lottery ~ ol li";

    private static final String GAME_LINK = "main a[href^='/admin/games/']:not([href$='/new'])";
    private static final String SESSION_LINK = "main a[href^='/admin/adaptive/']:not([href$='/new'])";

    private ServerProcess demo;

    @BeforeAll
    void startTheDemo(@TempDir Path folder) throws IOException, InterruptedException {
        demo = Program.start(folder, "demo");
    }

    @AfterAll
    void stopTheDemo() {
        demo.close();
    }

    @ParameterizedTest
    @EnumSource
    void joinsPlaysAllRoundsAndSeesTheLottery(Browser.Screen screen) throws IOException {
        try (Browser browser = new Browser(screen)) {
            browser.open(demo.pages().resolve("/?lang=en"));
            look(browser, "home");

            browser.click("main .list a");
            browser.await("#identifier");
            look(browser, "join");
            browser.type("#identifier", "visitor on a " + screen);
            browser.click("form button.button");

            browser.await(".big-secret");
            look(browser, "welcome");
            browser.click(".actions a.button");
            browser.await(PLAY);
            browser.click(".bar a[href$='/instructions']");
            look(browser, "instructions");
            browser.click(".bar a[href$='/play']");

            int played = 0;
            while (browser.await(FRESH, RESULT).equals(FRESH)) {
                if (played == 0) {
                    look(browser, "play");
                }
                if (played == 1) {
                    browser.focus(WEIGHTS);
                    browser.press("1/3", Keys.TAB, Keys.TAB, "2/3");
                    browser.run(SENDING);
                    browser.press(Keys.ENTER);
                } else {
                    play(browser, ".25", "3/4");
                }
                played++;
                if (played == GAMES + 1) {
                    browser.await(FRESH);
                    look(browser, "second-round");
                }
            }

            assertThat(played).isEqualTo(ROUNDS * GAMES);
            assertThat(browser.all(RESULT)).hasSize(2);
            look(browser, "result");
            browser.click("main .card a");
            browser.await("table.data");
            assertThat(browser.all("#earned ~ .scroll tbody tr, section[aria-labelledby=earned] tbody tr"))
                    .hasSize(ROUNDS);
            look(browser, "history");
        }
    }

    @Test
    void playsWithTheKeyboardAlone() throws IOException {
        try (Browser browser = new Browser(Browser.Screen.DESKTOP)) {
            Keyboard keyboard = new Keyboard(browser);
            browser.open(demo.pages().resolve("/?lang=en"));
            keyboard.use("main .list a[href^='/e/']", Keys.ENTER);
            browser.await("#identifier");
            keyboard.use("#identifier", "without a mouse");
            keyboard.use("form button.button", Keys.ENTER);
            browser.await(".big-secret");
            keyboard.use(".actions a.button", Keys.ENTER);

            int played = 0;
            while (browser.await(FRESH, RESULT).equals(FRESH)) {
                if (played % 2 == 0) {
                    keyboard.use(WEIGHTS, "1/3");
                    keyboard.use("tr:nth-child(2) > .weight input[type=text]", "2/3");
                    browser.run(SENDING);
                    browser.press(Keys.ENTER);
                } else {
                    keyboard.use("input[type=range]", Keys.END, Keys.ARROW_LEFT);
                    browser.await("[data-sum][data-state=right]");
                    keyboard.to(PLAY + " button");
                    keyboard.back(WEIGHTS);
                    keyboard.to(PLAY + " button");
                    browser.run(SENDING);
                    browser.press(Keys.SPACE);
                }
                played++;
            }

            assertThat(played).isEqualTo(ROUNDS * GAMES);
            keyboard.use("main .card summary", Keys.ENTER);
            keyboard.use("main .card details[open] a", Keys.ENTER);
            browser.await("#why details");
            keyboard.use("#why details > summary", Keys.SPACE);
        }
    }

    @Test
    void seesTheLaboratoryAsItsExperimenter() throws IOException {
        try (Browser browser = new Browser(Browser.Screen.DESKTOP)) {
            tour(browser, "/admin", "admin-login", "input[type=password]");
            browser.open(URI.create(demo.administratorLink()));
            new Access().check(browser, "the link that logs in");
            browser.click("main form button");
            tour(browser, "/admin", "admin-overview", GAME_LINK);
            tour(browser, "/admin/games/new", "admin-new-game", ".grid-editor");
            editCellByCell(browser);
            entersTimesOfTheirZone(browser);
            browser.open(demo.pages().resolve("/admin"));
            String game = browser.await(GAME_LINK);
            browser.click(game);
            browser.await("#people");
            picture(browser, "admin-game");
            browser.open(demo.pages().resolve("/admin"));
            browser.click(browser.await(SESSION_LINK));
            browser.await("#belief");
            picture(browser, "admin-session");
            browser.click("nav.tabs a[href$='/time']");
            browser.await("#presented");
            picture(browser, "admin-session-time");
            tour(browser, "/nowhere", "not-found", "main h1");

            setUpAnExperiment(browser);
            keepsItsPlaceWhileOthersJoin(browser);
            joinEarly(browser);
            assertThat(browser.shows(PLAY)).isFalse();
            picture(browser, "wait");

            defineByForm(browser);
            doATrial(browser);
        }
    }

    /** Payoffs are entered in cells, moved between by keyboard, and the server says at once whether all is in order. */
    private static void editCellByCell(Browser browser) throws IOException {
        browser.type("[data-place='0 0 0 0']", "many");
        browser.await(".problem");
        browser.type("[data-place='0 0 0 0']", "7/2");
        browser.press(Keys.ARROW_DOWN, "5.5");
        browser.await(".verdict--good");
        assertThat(browser.all("#games").get(0).getDomProperty("value"))
                .startsWith("Prisoner's dilemma\n7/2, 3 | 0, 5\n5.5, 0 | 1, 1");
    }

    /** Whoever enters a time means that of their own zone, which stands beside it; the file has an instant. */
    private void entersTimesOfTheirZone(Browser browser) throws IOException {
        browser.travel("Asia/Tehran");
        browser.open(demo.pages().resolve("/admin/games/new"));
        browser.await(".grid-editor");
        browser.run("const start = document.querySelector('#start'); start.value = '2030-05-06T10:38';"
                + "start.dispatchEvent(new Event('input', { bubbles: true }))");
        browser.await(".verdict--good");
        assertThat(browser.text("#start-hint")).endsWith("Time zone: Asia/Tehran, UTC+3:30.");
        assertThat(browser.all("#text").get(0).getDomProperty("value")).contains("start = 2030-05-06T07:08:00Z\n");

        browser.run(
                "const rounds = document.querySelector('#rounds'); rounds.form.noValidate = true; rounds.value = '0';"
                        + "rounds.form.requestSubmit()");
        browser.await("#problems");
        assertThat(browser.all("#start").get(0).getDomProperty("value"))
                .as("what was entered comes back as it was")
                .isEqualTo("2030-05-06T10:38");
        browser.open(demo.pages().resolve("/admin/audit"));
        browser.await("time[title$=UTC]");
        assertThat(browser.text("td time")).endsWith("UTC+3:30");
        browser.travel("UTC");
    }

    /** The form of an adaptive experiment is checked and written as a file while it is filled in. */
    private void defineByForm(Browser browser) throws IOException {
        tour(browser, "/admin/adaptive/new?example=stripes", "admin-new-adaptive", "#presenter_gabor:checked");
        new Access().check(browser, "admin-new-adaptive");
        browser.open(demo.pages().resolve("/admin/adaptive/new"));
        browser.type("#name", "Faint words");
        browser.type("#id", "faint");
        browser.click("#presenter_text");
        browser.type("#property_text_text", "word");
        browser.type("#trials", "many");
        browser.await("#problem-trials-0");
        browser.type("#trials", "12");
        browser.click("[data-rows=parameter] [data-add]");
        browser.type("#parameter2_name", "opacity");
        browser.type("#parameter2_lower", "0");
        browser.type("#parameter2_upper", "1");
        browser.click("[data-remove][value=parameter1]");
        browser.await(".design .verdict--good");
        assertThat(browser.all("#text").get(0).getDomProperty("value"))
                .contains("parnames = [opacity]", "min_asks = 12", "[text]\ntext = word\n");
        browser.click(".design > .actions .button");
        browser.await("#participants");
    }

    /** Whoever opens the link is asked what the strategy wants to know. */
    private void doATrial(Browser browser) throws IOException {
        browser.open(demo.pages().resolve("/s/faint?lang=en"));
        browser.click("#agree");
        browser.click("main form .button");
        browser.click(browser.await("button[data-go=start]:enabled"));
        browser.await("[data-waiting='0']");
        browser.press(Keys.ARROW_RIGHT);
        browser.await("[data-waiting='1']");
    }

    private void setUpAnExperiment(Browser browser) throws IOException {
        browser.open(demo.pages().resolve("/admin/games/new"));
        browser.submit("#text", Files.readString(Path.of("experiments", "prisoners.ini")));
        browser.await("#people");
    }

    /** An open page brings itself up to date; whoever is on their way through it by keyboard stays where they are. */
    private void keepsItsPlaceWhileOthersJoin(Browser browser) throws IOException {
        new Keyboard(browser).to("nav.tabs a[href$='/manage']");
        try (LabClient client = new LabClient(demo.pages().resolve("/e/prisoners"), nanos -> {})) {
            String unused = client.join("first bird").join();
        }
        browser.await("#people ~ .scroll tbody tr");
        assertThat(browser.shows("nav.tabs a[href$='/manage']:focus")).isTrue();
    }

    private void joinEarly(Browser browser) throws IOException {
        browser.open(demo.pages().resolve("/e/prisoners"));
        browser.type("#identifier", "early bird");
        browser.click("form button.button");
        browser.await(".big-secret");
        browser.click(".actions a.button");
        browser.await("main h1");
    }

    private void tour(Browser browser, String path, String name, String shows) throws IOException {
        browser.open(demo.pages().resolve(path));
        browser.await(shows);
        picture(browser, name);
    }

    private static void picture(Browser browser, String name) throws IOException {
        for (Browser.Screen screen : Browser.Screen.values()) {
            browser.show(screen);
            look(browser, name);
        }
    }

    private static void play(Browser browser, String first, String second) {
        assertThat(browser.all(WEIGHTS)).hasSize(2);
        browser.type(WEIGHTS, 0, first);
        browser.type(WEIGHTS, 1, second);
        browser.run(SENDING);
        browser.click(PLAY + " button.button");
    }

    private static void look(Browser browser, String name) throws IOException {
        browser.picture(name);
        assertThat(browser.overflows()).as("%s is wider than the screen", name).isFalse();
    }
}
