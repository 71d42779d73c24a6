package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** gamelab's own database becomes an experiment like one that took place here, and its sums are done again. */
class GamelabImportTest {
    @TempDir
    private Path folder;

    @Test
    void everyRowOfARunThatGamelabRecordedAgrees() {
        String file = GamelabFile.golden(folder).toString();

        CommandLine imported = run("import", file, "--draw-seed", "12345");

        assertThat(imported.err()).isEmpty();
        assertThat(imported.exitCode()).as(imported.out()).isZero();
        assertThat(imported.out())
                .contains("gamelab, 2 games, 6 participants, 48 plays, 4 of 4 rounds finished")
                .contains(
                        "choice: 48 of 48 rows agree",
                        "gameplay: 24 of 24 rows agree",
                        "past: 8 of 8 rows agree",
                        "payoff: 48 of 48 rows agree",
                        "lottery: 24 of 24 rows agree",
                        "player: 6 of 6 rows agree",
                        "experiment: 1 of 1 rows agree",
                        "winner: 6 of 6 rows agree")
                .doesNotContain("DIFFERENT");
        assertThat(run("replay", "verify").out()).startsWith("good");
        assertThat(run("replay", "--rebuild").exitCode()).isZero();
        CommandLine again = run("import", file);
        assertThat(again.exitCode()).isOne();
        assertThat(again.err()).contains("this file was imported before; --as NAME");
        assertThat(run("import", file, "--as", "second").out()).contains("imported as second");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE payoff SET payoff = '99063/62501' WHERE round = 0 AND playerid = 121 AND gameid = 1 |"
                        + "payoff, round 0, participant 121, game 1: stored 99063/62501, recomputed 99063/62500",
                "DELETE FROM payoff WHERE round = 3 AND playerid = 121 AND gameid = 2 |"
                        + "payoff, round 3, participant 121, game 2: stored nothing, recomputed",
                "UPDATE past SET plays = 5 WHERE round = 1 AND gameid = 2 | past, round 1, game 2: stored",
                "UPDATE lottery SET aggrtickets = 3 WHERE round = 0 AND playerid = 121 |"
                        + "lottery, round 0, participant 121: stored",
                "UPDATE player SET finalscore = 11 WHERE id = 121 |"
                        + "player, participant 121: stored finalrank 0, finalscore 11, recomputed finalrank 0, finalscore 10",
                "UPDATE experiment SET total = 54 | experiment, total: stored 54, recomputed 53",
                "UPDATE winner SET rnum = 52 WHERE playerid = 121 |"
                        + "winner, participant 121: stored winner 1, winrank 1, rnum 52",
                "UPDATE choice SET strats = '1/2 1/3' WHERE round = 2 AND playerid = 121 AND gameid = 1 |"
                        + "choice, round 2, participant 121, game 1: stored 1/2 1/3",
            })
    void whatIsFalsifiedIsFoundOut(String change, String difference) {
        CommandLine checked = run("import", GamelabFile.golden(folder, change).toString(), "--check");

        assertThat(checked.exitCode()).isOne();
        assertThat(checked.out()).contains("DIFFERENT  " + difference).contains("nothing was stored");
    }

    @Test
    void aRunningExperimentIsTakenOverAsFarAsItWent() {
        String file = GamelabFile.golden(
                        folder,
                        "DELETE FROM winner",
                        "DELETE FROM choice WHERE round = 3 AND playerid <> 121",
                        "DELETE FROM gameplay WHERE round = 3 AND playerid <> 121",
                        "DELETE FROM past WHERE round = 3",
                        "DELETE FROM payoff WHERE round = 3",
                        "DELETE FROM lottery WHERE round = 3 OR playerid = 121",
                        "UPDATE player SET finalrank = 0, finalscore = 0",
                        "UPDATE player SET enabled = 0 WHERE id = 121",
                        "UPDATE experiment SET state = 1, round = 3, total = 0")
                .toString();

        CommandLine imported = run("import", file, "--as", "running");

        assertThat(imported.exitCode()).as(imported.out()).isZero();
        assertThat(imported.out())
                .contains("38 plays, 3 of 4 rounds finished", "lottery: 15 of 15 rows agree")
                .contains("the experiment is not over");
        assertThat(run("replay", "verify").out()).startsWith("good");
    }

    @Test
    void aPlayFromTheLobbyCountsAsItDidInGamelab() {
        String file = GamelabFile.golden(folder, "UPDATE player SET joined = -1 WHERE id = 121")
                .toString();

        CommandLine imported = run("import", file);

        assertThat(imported.exitCode()).as(imported.out()).isZero();
        assertThat(imported.out())
                .contains("participants [121] played before they had joined")
                .contains("gamelab does not keep the seed of its draw");
        assertThat(run("replay", "verify").out()).startsWith("good");
    }

    private CommandLine run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return CommandLine.run(all.toArray(String[]::new));
    }
}
