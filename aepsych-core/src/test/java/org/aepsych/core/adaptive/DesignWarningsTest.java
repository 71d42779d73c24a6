package org.aepsych.core.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.config.Problem;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.TinyStrategies;
import org.junit.jupiter.api.Test;

/** What a file says that means nothing, or something else than somebody may expect. */
@OnEveryStorage
class DesignWarningsTest {
    private static final String LONE = """
            [common]
            parnames = [x]
            outcome_types = [continuous]
            strategy_names = [s]
            [x]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [s]
            generator = SobolGenerator
            """;

    private static List<String> warnings(String text) {
        return DesignPreview.of(ExperimentFile.parse(text), TinyStrategies.extensions()).warnings().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void aFileThatMeansAllItSaysHasNone() {
        assertThat(warnings(LONE + "min_asks = 3\n[metadata]\nexperiment_name = demo\nsite = lab 3\n"))
                .isEmpty();
    }

    @Test
    void optionsAndSectionsThatNobodyReadsAreNamedWithWhatMayHaveBeenMeant() {
        assertThat(warnings(LONE + "min_asks = 3\nmax_ask = 9\n[sobolgenerator]\nseed = 3\n[q]\n"))
                .containsExactly(
                        "[s] max_ask: means nothing here and is ignored; did you mean \"max_asks\"? (line 12)",
                        "[sobolgenerator]: nothing in this experiment uses the section; did you mean"
                                + " \"SobolGenerator\"?",
                        "[q]: nothing in this experiment uses the section");
        assertThat(warnings(LONE.replace("[common]", "[common]\nuse_ax = True") + "min_asks = 3\n"))
                .containsExactly("[common] use_ax: means nothing here and is ignored (line 2)");
    }

    @Test
    void criteriaThatWorkInAnotherWayThanTheySeemToAreExplained() {
        assertThat(warnings(LONE)).singleElement().asString().contains("[s]", "has no min_asks");
        assertThat(warnings(LONE + "min_asks = 3\nmin_total_tells = 4\n"))
                .singleElement()
                .asString()
                .contains("when both have been reached");
        assertThat(warnings(LONE + "run_indefinitely = True\n"))
                .singleElement()
                .asString()
                .contains("nothing but finish_strategy");
        assertThat(warnings(LONE + "max_asks = 3\n")).isEmpty();
    }

    @Test
    void whatWasReadAsTodaysIsSaid() {
        assertThat(warnings(LONE + "n_trials = 3\n"))
                .containsExactly("[s] n_trials: is called min_asks today, and read so (line 11)");
    }

    @Test
    void anOldFileRunsAsItDidThen() {
        try (AdaptiveBench bench = new AdaptiveBench()) {
            String old = """
                    [common]
                    outcome_type = single_probit
                    strategy_names = [init_strat]
                    parnames = [x]
                    lb = [0]
                    ub = [1]
                    [init_strat]
                    generator = SobolGenerator
                    n_trials = 2
                    """;
            assertThat(bench.desk().setupFromFile(old)).isZero();
            assertThat(bench.messages()
                            .status(bench.experiments().session(0).stream())
                            .config()
                            .get("init_strat"))
                    .containsEntry("min_asks", Optional.of("2"));
        }
    }
}
