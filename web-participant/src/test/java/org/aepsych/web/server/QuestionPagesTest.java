package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questionnaire and the pause as participants see them. */
@OnEveryStorage
class QuestionPagesTest {
    private static final ExperimentId TWO = new ExperimentId("two");

    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Browser ann(String options) {
        server.games().define(TestServer.TWO_GAMES.replace("rounds = 2", "rounds = 9\n" + options));
        Browser browser = new Browser(server.address());
        browser.open("/e/two");
        browser.submit("/e/two", "identifier", "Ann");
        return browser;
    }

    @Test
    void everyQuestionIsAskedUntilItIsAnsweredAndThenTheGameBegins() {
        Browser ann = ann("questionnaire = yes");
        assertThat(ann.open("/e/two/play").body()).contains("Question 1 of 8", "Before you begin");

        HttpResponse<String> wrong = ann.submit("/e/two/questions", "question", "0", "answer0", "1");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("That is not right", "Question 1 of 8");

        String[][] right = {{"3"}, {"1"}, {"4"}, {"2"}, {"1", ""}, {"1/3", "2/3"}, {"2"}, {"1"}};
        for (int question = 0; question < right.length; question++) {
            ann.open("/e/two/questions");
            String second = right[question].length == 2 ? right[question][1] : "";
            HttpResponse<String> next = ann.submit(
                    "/e/two/questions",
                    "question",
                    Integer.toString(question),
                    "answer0",
                    right[question][0],
                    "answer1",
                    second);
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(next.body())
                    .contains(question == 7 ? "Waiting for the start" : "Question " + (question + 2) + " of 8");
        }
        server.conduct().start(TWO);
        assertThat(ann.open("/e/two/play").body()).contains("Play these weights");
    }

    @Test
    void nobodyPlaysWithoutHavingAgreed() {
        Browser ann = ann("consent = \"May we keep <b>your</b> choices?\\nOnly us.\"\nconsent_de = Dürfen wir?\n"
                + "questionnaire = yes");
        assertThat(ann.open("/e/two/play").body())
                .contains("<p>May we keep &lt;b&gt;your&lt;/b&gt; choices?</p>", "<p>Only us.</p>")
                .doesNotContain("Question 1");
        assertThat(ann.submit("/e/two/questions", "question", "0").statusCode()).isEqualTo(422);
        assertThat(ann.page()).contains("Tick the box if you agree");
        server.conduct().start(TWO);
        assertThat(server.games().adminView(TWO).participants().get(0).joined()).isEmpty();

        assertThat(ann.open("/e/two/questions?lang=de").body()).contains("Dürfen wir?");
        assertThat(ann.submit("/e/two/questions", "question", "0", "agree", "yes")
                        .body())
                .contains("Frage 1 von 8");
        assertThat(ann.submit("/e/two/questions", "question", "1", "answer0", "3")
                        .body())
                .contains("Frage 2 von 8");
        assertThat(recorded(1)).contains("\"question\":0", "\"given\":[\"yes\",\"de\"]", "\"right\":true");
        assertThat(recorded(2)).contains("\"question\":1", "\"given\":[\"3\"]");
        assertThat(ann.open("/e/two/instructions?lang=en").body())
                .as("what was agreed to can be read again")
                .contains("<h2 id=\"consent-title\">Consent</h2>", "<p>Only us.</p>")
                .doesNotContain("name=\"agree\"");
        assertThat(ann.open("/e/two/instructions?lang=de").body()).contains("<p>Dürfen wir?</p>");
    }

    private String recorded(int answer) {
        Storage storage = server.get(Storage.class);
        return storage.events().read(server.games().stream(TWO), 0).stream()
                .filter(event -> event.type().equals("answer"))
                .skip(answer - 1L)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    @Test
    void weightsThatDoNotFitAreKeptAndExplained() {
        Browser ann = ann("questionnaire = yes");
        var participant = server.games().adminView(TWO).participants().get(0).id();
        String[] right = {"3", "1", "4", "2"};
        for (int question = 0; question < right.length; question++) {
            server.participation().answer(TWO, participant, question, java.util.List.of(right[question]));
        }
        ann.open("/e/two/questions");

        assertThat(ann.submit("/e/two/questions", "question", "4", "answer0", "1/3", "answer1", "1/3")
                        .body())
                .contains("add up to exactly 1", "value=\"1/3\"", "aria-invalid=\"true\"", "Question 5 of 8");
    }

    @Test
    void aPausedExperimentSaysSoAndGoesOn() {
        Browser ann = ann("");
        server.conduct().start(TWO);
        server.conduct().pause(TWO);
        assertThat(ann.open("/e/two/play").body()).contains("The experiment is paused");

        server.conduct().resume(TWO);
        assertThat(ann.open("/e/two/play").body()).contains("Play these weights");
    }
}
