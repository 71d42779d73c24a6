package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.game.definition.Admission;
import org.aepsych.core.game.definition.Correspondence;
import org.aepsych.core.game.definition.Display;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.core.game.definition.Question;
import org.aepsych.core.game.definition.Questionnaire;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.player.PolicyChoice;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules 1.2 and 1.3: everything about an experiment can be said in the form, and everything wrong is said at once. */
class DefinitionFormTest {
    private static final String NEW = "/admin/games/new";
    private static final List<String> FULL = List.of(
            "by", "form",
            "name", "Full",
            "games", "One\n1,2 3,4\n",
            "rounds", "7",
            "minutes", "30",
            "percent", "60",
            "grace", "2",
            "play_rounds", "3",
            "player_max", "20",
            "kept_after_start", "yes",
            "relative_rounds", "yes",
            "mail_rounds", "yes",
            "contact", "Lab#1@Example.org",
            "login_address", "https://lab.example.org/in#here",
            "start", "2030-05-06T07:08",
            "lottery", "A # prize",
            "winners", "2",
            "lottery_draw", "committed",
            "silent_after", "60, 90",
            "if_silent", "skip, bot:best-reply",
            "instructions_kind", "html",
            "instructions", "<p>Be kind; $5</p>",
            "questions", "What is 2 + 2?\n4\n\nWho plays\nthe rows?\nI do; always\n",
            "earlier",
                    "{\"history\":[{\"p1\":1,\"p2\":2,\"name\":\"a # b\",\"roundups\":[{\"skip\":0,\"navgp1\":[1],"
                            + "\"navgp2\":[1,0]},{\"skip\":1,\"navgp1\":[0],\"navgp2\":[0,0]}]}]}",
            "trim", "yes");

    private TestServer server;
    private Browser admin;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        admin = server.administrator();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> submit(String... changes) {
        List<String> fields = new ArrayList<>(FULL);
        for (int i = 0; i < changes.length; i += 2) {
            int at = fields.indexOf(changes[i]);
            fields.set(at + 1, changes[i + 1]);
        }
        admin.open(NEW);
        return admin.submit(NEW, fields.toArray(String[]::new));
    }

    @Test
    void everyParameterCanBeSaid() {
        assertThat(submit().statusCode()).isEqualTo(200);

        GameDefinition definition =
                server.games().definition(server.games().list().get(0).id());
        assertThat(definition.schedule())
                .isEqualTo(new Schedule(7, 30, 60, 2, 3, Optional.of(Instant.parse("2030-05-06T07:08:00Z"))));
        assertThat(definition.admission()).isEqualTo(new Admission(20, false, true));
        assertThat(definition.display())
                .isEqualTo(new Display(InstructionKind.HTML, "<p>Be kind; $5</p>", false, false, true));
        assertThat(definition.questionnaire())
                .isEqualTo(new Questionnaire(
                        true,
                        List.of(
                                new Question("What is 2 + 2?", "4"),
                                new Question("Who plays\nthe rows?", "I do; always"))));
        assertThat(definition.prior().rounds()).as("trimmed").hasSize(1);
        assertThat(definition.correspondence())
                .isEqualTo(new Correspondence(
                        Optional.of("lab#1@example.org"),
                        true,
                        Optional.of(URI.create("https://lab.example.org/in#here"))));
        assertThat(definition.prize().lottery()).isEqualTo("A # prize");
        assertThat(definition.prize().draw()).isEqualTo(DrawMethod.COMMITTED);
        assertThat(definition.silence())
                .isEqualTo(new Silence(List.of(
                        new Silence.Rule(60, Silence.Action.SKIP, Optional.empty()),
                        new Silence.Rule(90, Silence.Action.BOT, Optional.of(PolicyChoice.parse("best-reply"))))));
    }

    @Test
    void theFormIsCheckedWhileItIsEnteredAndNothingIsDefined() {
        admin.open(NEW);
        assertThat(admin.submit(NEW + "/check", "by", "form", "games", "One\n1,1\n2", "rounds", "0")
                        .body())
                .contains("{\"field\":\"games\",\"line\":3,", "{\"field\":\"rounds\",\"line\":null,")
                .contains("\"file\":\"[common]");
        admin.open(NEW);
        assertThat(admin.submit(NEW + "/check", "by", "text", "text", TestServer.TWO_GAMES)
                        .body())
                .isEqualTo("{\"problems\":[],\"file\":\"\"}");
        assertThat(server.games().list()).isEmpty();
    }

    @Test
    void aFileFillsTheFormAndTheFormWritesAFile() {
        admin.open(NEW);
        assertThat(admin.submit(NEW + "/convert", "by", "text", "text", TestServer.TWO_GAMES)
                        .body())
                .contains("value=\"two\"", "Wide\n1,1/3  2,2  0,5");
        assertThat(admin.submit(NEW + "/convert", "by", "form", "name", "Mine", "games", "One\n1,2 3,4")
                        .body())
                .contains("experiment_name = \"Mine\"", "1,2 | 3,4", "[common] rounds");
        assertThat(admin.submit(NEW + "/convert", "by", "text", "text", "[common]\nrounds = x")
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.games().list()).isEmpty();
    }

    @Test
    void everythingWrongIsSaidTogetherAndNothingIsDefined() {
        HttpResponse<String> refused = submit(
                "rounds", "0",
                "minutes", "1441",
                "percent", "-1",
                "contact", "nobody",
                "login_address", "lab",
                "start", "soon",
                "silent_after", "5",
                "if_silent", "bot:best-replay",
                "questions", "Only a question",
                "earlier", "{");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("[common] rounds", "[common] minutes", "[common] roundpct", "[common] contact")
                .contains("[common] loginuri", "[common] start", "[question1] answer", "[common] history")
                .contains("[common] silent_after", "[common] if_silent", "best-reply")
                .contains("Only a question");
        assertThat(server.games().list()).isEmpty();
    }
}
