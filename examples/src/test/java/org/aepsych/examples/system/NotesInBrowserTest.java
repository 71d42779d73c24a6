package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** An experimenter writes to a participant who is just entering a choice, and lets them go; both in real browsers. */
@Tag("browser")
class NotesInBrowserTest {
    private static final String WEIGHTS = "form[data-play] td.weight input[type=text]";
    private static final String NOTE = "#notes [data-note]";

    private ServerProcess server;
    private Browser experimenter;
    private Browser participant;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        server = Program.start(folder, "serve");
        experimenter = new Browser(Browser.Screen.DESKTOP);
        participant = new Browser(Browser.Screen.PHONE);
    }

    @AfterEach
    void stop() {
        participant.close();
        experimenter.close();
        server.close();
    }

    @Test
    void aNoteAppearsWithoutDisturbingAndAReleaseIsTold() throws IOException {
        setUpAnExperiment();
        for (String name : new String[] {"Bob", "Ada"}) {
            join(name);
        }
        experimenter.open(server.pages().resolve("/admin/games/prisoners"));
        experimenter.unfoldAndClick("form[action$='/start'] button");
        participant.await(WEIGHTS);
        participant.type(WEIGHTS, 0, "1/3");

        experimenter.await("a[href$='/manage#write']");
        experimenter.click("a[href$='/manage#write']");
        experimenter.type("#text", "We begin again in five minutes.");
        experimenter.click("form[action$='/notes'] button");
        experimenter.await(".sent li");

        participant.await(NOTE);
        participant.picture("note");
        assertThat(participant.text(NOTE)).contains("From the experimenter", "We begin again in five minutes.");
        assertThat(participant.all(WEIGHTS).get(0).getDomProperty("value"))
                .as("what was being entered")
                .isEqualTo("1/3");
        new Access().check(participant, "a note");
        participant.focus(NOTE + " button");
        participant.press(Keys.ENTER);
        participant.awaitGone(NOTE);
        assertThat(participant.all(WEIGHTS).get(0).getDomProperty("value")).isEqualTo("1/3");

        letGo();
        participant.await("main .lead");
        participant.awaitGone(WEIGHTS);
        assertThat(participant.text("main")).contains("The experimenter has ended your part.");
    }

    private void setUpAnExperiment() throws IOException {
        experimenter.open(URI.create(server.administratorLink()));
        experimenter.type("input[type=email]", "lab@example.org");
        experimenter.type("input[type=password]", "correct horse battery staple");
        experimenter.click("main form button[type=submit]");
        experimenter.await("a[href$='/admin/games/new']");
        experimenter.open(server.pages().resolve("/admin/games/new"));
        experimenter.await("#games");
        experimenter.submit("#text", Files.readString(Path.of("experiments", "prisoners.ini")));
        experimenter.await("#people");
    }

    private void join(String name) throws IOException {
        participant.open(server.pages().resolve("/e/prisoners?lang=en"));
        if (participant.shows("form[action$='/logout'] button")) {
            participant.click("form[action$='/logout'] button");
        }
        participant.await("#identifier");
        participant.type("#identifier", name);
        participant.click("form button.button");
        participant.await(".big-secret");
        participant.click(".actions a.button");
        participant.await("main h1");
    }

    private void letGo() throws IOException {
        experimenter.open(server.pages().resolve("/admin/games/prisoners"));
        experimenter.click("th a[href$='/participants/2']");
        experimenter.await("#release");
        new Access().check(experimenter, "a participant's page");
        experimenter.show(Browser.Screen.DESKTOP);
        experimenter.picture("admin-participant");
        experimenter.click("#release summary");
        experimenter.click("#confirmed");
        experimenter.click("form[action$='/release'] button");
        experimenter.await("main h1");
        assertThat(experimenter.text("main")).contains("They have left for good");
    }
}
