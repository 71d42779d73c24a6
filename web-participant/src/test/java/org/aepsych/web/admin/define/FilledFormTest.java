package org.aepsych.web.admin.define;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.web.admin.gate.FormProblem;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A definition says the same as a form and as a file, and what is wrong has the same place in both. */
class FilledFormTest {
    private static final String EVERYTHING = """
            [common]
            protocol = game
            games = [a, b]
            rounds = 7
            minutes = 30
            roundpct = 60
            roundmin = 2
            prounds = 3
            playermax = 20
            autoadd = false
            lottery = "A prize \\u0023 1"
            lottery_draw = committed
            winners = 2
            instructions = "Be kind.\\n\\nAnd play."
            instructions_kind = lottery
            instructions_fr = "Soyez gentil."
            lottery_de = "Ein Preis"
            questions = [q]
            contact = "lab@example.org"
            mailround = true
            loginuri = "https://lab.example.org/in"
            start = 2030-05-06T07:08:00Z
            show_history = false
            shuffle = false
            relative_rounds = true
            [metadata]
            experiment_name = Everything
            experiment_name_fr = Tout
            experiment_description = All of it
            experiment_id = all of it
            [a]
            name = "First game"
            payoffs =
                1/3, -2 | 0, .5
                4, 4 | 1, 0
            [b]
            payoffs =
                1, 1 | 2, 2 | 3, 3
            [q]
            question = "Who plays\\nthe rows?"
            answer = I do
            """;

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatAFileSaysTheFormSaysToo() {
        GameDefinition file = server.games().preview(EVERYTHING);
        assertThat(server.games().preview(DefinitionText.of(FilledForm.of(file))))
                .isEqualTo(file);
        assertThat(FilledForm.of(file).other()).doesNotContain("lottery_draw");
        GameDefinition plain = server.games().preview(TestServer.TWO_GAMES);
        assertThat(server.games().preview(DefinitionText.of(FilledForm.of(plain))))
                .isEqualTo(plain);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldWithItsLine() {
        DefineForm good = FilledForm.of(server.games().preview(EVERYTHING));
        DefineForm form = new DefineForm(
                good.name(),
                good.description(),
                good.id(),
                "One\n1,1\n\n\nTwo\n1,1 2,2\n3,3 4\n",
                "0",
                good.minutes(),
                "-1",
                good.grace(),
                good.playRounds(),
                good.playerMax(),
                good.lottery(),
                good.winners(),
                good.draw(),
                good.instructions(),
                true,
                true,
                true,
                true,
                good.before(),
                "payoff_rule = nobody\n");
        try {
            var unused = server.games().preview(DefinitionText.of(form));
            throw new AssertionError("accepted");
        } catch (ConfigException e) {
            assertThat(e.problems().stream().map(problem -> FormFields.place(problem, form)))
                    .extracting(problem -> problem.field()
                            + problem.line().map(line -> ":" + line).orElse(""))
                    .containsExactlyInAnyOrder("rounds", "percent", "games:7", "other");
        }
        assertThat(FormProblem.inFile(problem("[common]\nrounds = x\n")).line()).isEqualTo(Optional.of(2));
    }

    private static Problem problem(String file) {
        try {
            var unused = server.games().preview(file);
            throw new AssertionError("accepted");
        } catch (ConfigException e) {
            return e.problems().stream()
                    .filter(one -> one.option().filter("rounds"::equals).isPresent())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
