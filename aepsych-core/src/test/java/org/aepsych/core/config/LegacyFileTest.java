package org.aepsych.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aepsych.api.config.Problem;
import org.junit.jupiter.api.Test;

/** Files that AEPsych up to 0.7 understood. */
class LegacyFileTest {
    private static final String ZERO = """
            [common]
            lb = [0, 0]
            ub = [1, 1]
            [experiment]
            parnames = [a, b]
            acqf = MCLevelSetEstimation
            model = GPClassificationModel
            modelbridge_cls = BRIDGE
            init_strat_cls = SobolStrategy
            opt_strat_cls = ModelWrapperStrategy
            [BRIDGE]
            restarts = 3
            [PairwiseGP]
            inducing_size = 10
            [SobolStrategy]
            n_trials = 7
            [ModelWrapperStrategy]
            n_trials = 9
            refit_every = 4
            """;

    private static String option(ExperimentFile file, String section, String key) {
        return file.section(section).flatMap(found -> found.text(key)).orElse("none");
    }

    private static List<String> notes(ExperimentFile file) {
        return file.notes().stream().map(Problem::toString).toList();
    }

    @Test
    void aFileOfTodayIsNotTouched() {
        ExperimentFile file = ExperimentFile.parse("""
                [common]
                parnames = [a]
                outcome_types = [binary]
                strategy_names = [s]
                [experiment]
                anything = 1
                [s]
                generator = SobolGenerator
                min_asks = 3
                """);

        assertThat(file.modern()).isSameAs(file);
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void versionZeroBecomesTwoSteps() {
        ExperimentFile file = ExperimentFile.parse(ZERO.replace("BRIDGE", "SingleProbitModelbridge"))
                .modern();

        assertThat(option(file, "common", "strategy_names")).isEqualTo("[init_strat, opt_strat]");
        assertThat(option(file, "common", "outcome_types")).isEqualTo("[binary]");
        assertThat(option(file, "common", "stimuli_per_trial")).isEqualTo("1");
        assertThat(option(file, "common", "parnames")).isEqualTo("[a, b]");
        assertThat(file.common().ownKeys()).doesNotContain("model", "modelbridge_cls", "outcome_type");
        assertThat(option(file, "init_strat", "generator")).isEqualTo("SobolGenerator");
        assertThat(option(file, "init_strat", "min_asks")).isEqualTo("7");
        assertThat(option(file, "opt_strat", "generator")).isEqualTo("OptimizeAcqfGenerator");
        assertThat(option(file, "opt_strat", "model")).isEqualTo("GPClassificationModel");
        assertThat(option(file, "opt_strat", "min_asks")).isEqualTo("9");
        assertThat(option(file, "opt_strat", "refit_every")).isEqualTo("4");
        assertThat(option(file, "OptimizeAcqfGenerator", "restarts")).isEqualTo("3");
        assertThat(option(file, "OptimizeAcqfGenerator", "acqf")).isEqualTo("MCLevelSetEstimation");
        assertThat(file.sectionNames()).doesNotContain("experiment", "SobolStrategy", "ModelWrapperStrategy");
        assertThat(notes(file)).anyMatch(note -> note.contains("version 0.0"));
        assertThat(file.modern().sectionNames()).isEqualTo(file.sectionNames());
    }

    @Test
    void versionZeroComparedPairsWithABridgeOfItsOwn() {
        ExperimentFile file = ExperimentFile.parse(ZERO.replace("BRIDGE", "PairwiseProbitModelbridge"))
                .modern();

        assertThat(option(file, "common", "stimuli_per_trial")).isEqualTo("2");
        assertThat(option(file, "opt_strat", "model")).isEqualTo("PairwiseProbitModel");
        assertThat(option(file, "PairwiseProbitModel", "inducing_size")).isEqualTo("10");
    }

    @Test
    void aBridgeThatHasNoCounterpartIsNamed() {
        ExperimentFile file = ExperimentFile.parse(ZERO.replace("BRIDGE", "MonotonicSingleProbitModelbridge"))
                .modern();

        assertThat(notes(file)).anyMatch(note -> note.contains("MonotonicSingleProbitModelbridge has no counterpart"));
    }

    @Test
    void theOutcomeTypeSaysWhatItMeansToday() {
        String text = "[common]\noutcome_type = %s\nstrategy_names = [s]";

        ExperimentFile continuous =
                ExperimentFile.parse(text.formatted("single_continuous")).modern();
        assertThat(option(continuous, "common", "outcome_types")).isEqualTo("[continuous]");
        assertThat(notes(continuous))
                .containsExactly("[common] outcome_type: single_continuous is read as outcome_types = [continuous] and"
                        + " stimuli_per_trial = 1 (line 2)");
        assertThat(option(
                        ExperimentFile.parse(text.formatted("pairwise_probit")).modern(),
                        "common",
                        "stimuli_per_trial"))
                .isEqualTo("2");
        assertThat(ExperimentFile.parse(text.formatted("strange")).modern().notes())
                .isEmpty();
    }

    @Test
    void namesThatHaveChangedAreReadAsTodays() {
        String text = """
                [common]
                strategy_names = [init, opt]
                [init]
                generator = PairwiseSobolGenerator
                n_trials = ${opt:min_asks}
                [opt]
                generator = PairwiseOptimizeAcqfGenerator
                model = my model
                min_asks = 5
                [my model]
                class = PairwiseGP
                mean_covar_factory = default_mean_covar_factory
                [PairwiseOptimizeAcqfGenerator]
                restarts = 2
                """;
        ExperimentFile file = ExperimentFile.parse(text).modern();

        assertThat(option(file, "init", "generator")).isEqualTo("SobolGenerator");
        assertThat(option(file, "init", "min_asks")).isEqualTo("5");
        assertThat(option(file, "opt", "generator")).isEqualTo("OptimizeAcqfGenerator");
        assertThat(option(file, "my model", "class")).isEqualTo("PairwiseProbitModel");
        assertThat(option(file, "my model", "mean_covar_factory")).isEqualTo("DefaultMeanCovarFactory");
        assertThat(option(file, "OptimizeAcqfGenerator", "restarts")).isEqualTo("2");
        assertThat(file.text()).isEqualTo(text);
        assertThat(notes(file))
                .contains(
                        "[init] n_trials: is called min_asks today, and read so (line 5)",
                        "[PairwiseOptimizeAcqfGenerator]: is called [OptimizeAcqfGenerator] today, and read so");
    }
}
