package org.aepsych.core.adaptive.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.testing.TinyStrategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a whole experiment file may say, and what is said of one that contradicts itself. */
class ConfigurationRulesTest {
    private static final String FILE = """
            [common]
            parnames = [x]
            outcome_types = [binary]
            strategy_names = [s]
            [x]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [s]
            generator = OptimizeAcqfGenerator
            model = GPClassificationModel
            min_asks = 2
            """;

    private static ExperimentDesign read(String text) {
        return DesignReader.check(ExperimentFile.parse(text), TinyStrategies.extensions())
                .design();
    }

    private static List<String> problems(String text) {
        ConfigException refusal = catchThrowableOfType(ConfigException.class, () -> read(text));
        assertThat(refusal).as("refusal of %s", text).isNotNull();
        return refusal.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void outcomesHaveNumberedNamesUnlessTheFileNamesThem() {
        assertThat(read(FILE).outcomeNames()).containsExactly("outcome_1");
        assertThat(read(FILE.replace("[binary]", "[binary, continuous]")).outcomeNames())
                .containsExactly("outcome_1", "outcome_2");
        assertThat(problems(FILE.replace("[binary]", "[binary]\noutcome_names = [a, b]")))
                .singleElement()
                .asString()
                .startsWith("[common] outcome_names: expected 1 different names");
    }

    @Test
    void stepsAreNamedOnceAndHaveASectionEach() {
        assertThat(problems(FILE.replace("= [s]", "= [s, s]")))
                .singleElement()
                .asString()
                .contains("\"s\" is given twice");
        assertThat(problems(FILE.replace("= [s]", "= [s, t]")))
                .singleElement()
                .asString()
                .startsWith("[t]: the section is missing; strategy_names lists it; ")
                .endsWith("(line 4)");
        assertThat(problems(FILE.replace("= [s]", "= s, t")))
                .singleElement()
                .asString()
                .contains("if several are meant, write strategy_names = [s, t]");
        assertThat(problems(FILE.replace("generator =", "generater =")))
                .anySatisfy(problem -> assertThat(problem).startsWith("[s] generator: is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parnames", "outcome_types", "strategy_names"})
    void whatCommonMustHaveIsAskedFor(String option) {
        assertThat(problems(FILE.replaceFirst(option + " = .*\n", "")))
                .anySatisfy(problem -> assertThat(problem).startsWith("[common] " + option + ": is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "stimuli_per_trial = 2, stimuli_per_trial",
        "outcome_types = [continuous], outcome_types",
        "'outcome_types = [binary, binary]', outcome_types"
    })
    void aStepCannotHaveOtherTrialsThanItsExperiment(String line, String option) {
        assertThat(problems(FILE + line + "\n"))
                .singleElement()
                .asString()
                .startsWith("[s] " + option + ": expected what [common] says")
                .endsWith("(line 13)");
        assertThat(read(FILE + "stimuli_per_trial = 1\noutcome_types = [binary]\n")
                        .stimuliPerTrial())
                .isOne();
    }

    @Test
    void whatWasSetUpBeforeAContradictionWasRefusedIsStillRead() {
        ExperimentFile file = ExperimentFile.parse(FILE + "stimuli_per_trial = 2\n");

        assertThat(DesignReader.read(file, TinyStrategies.extensions()).stimuliPerTrial())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({"lb = [0.5], lb", "ub = [2], ub"})
    void aStepCannotHaveOtherBoundsThanItsExperiment(String line, String option) {
        assertThat(problems(FILE + line + "\n"))
                .singleElement()
                .asString()
                .startsWith("[s] " + option + ": expected the bounds of the parameters");
        assertThat(read(FILE + "lb = [0]\nub = [1.0]\n").steps()).hasSize(1);
    }

    @Test
    void namesOfArraysMeanNothingWhereNoArrayIsExpected() {
        assertThat(read(FILE + "[metadata]\nwindow = left\npoints = many\nlb = low\n")
                        .metadata()
                        .extra())
                .contains("{\"window\": \"left\", \"points\": \"many\", \"lb\": \"low\"}");
    }

    @Test
    void metadataIsKeptInLowerCaseWithItsEmptyOptionsButWithoutThoseOfCommon() {
        Metadata metadata = read(FILE.replace("[common]", "[common]\nsite = common")
                        + "[metadata]\nexperiment_description = a pilot\nparticipant_id = 7\nSite = lab\nRoom = 3\nempty =\nbare\n")
                .metadata();

        assertThat(metadata.name()).isEqualTo("default name");
        assertThat(metadata.description()).isEqualTo("a pilot");
        assertThat(metadata.participantId()).contains("7");
        assertThat(metadata.experimentId()).isEmpty();
        assertThat(metadata.extra()).contains("{\"room\": \"3\", \"empty\": \"\", \"bare\": null}");
        assertThat(read(FILE).metadata().extra()).isEmpty();
    }

    @Test
    void anAliasWithoutClassIsNamedAsWhatItIsNot() {
        assertThat(problems(FILE.replace("= OptimizeAcqfGenerator", "= mine") + "[mine]\npoints = [1]\n"))
                .singleElement()
                .asString()
                .contains("no generator is called \"mine\"");
        assertThat(problems(FILE.replace("= OptimizeAcqfGenerator", "= mine") + "[mine]\nclass = Sobol\n"))
                .singleElement()
                .asString()
                .startsWith("[mine] class: no generator is called \"Sobol\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "min_asks = 2.5",
                "min_total_tells = ten",
                "max_asks = x",
                "min_total_outcome_occurrences = z",
                "min_post_range = wide",
                "run_indefinitely = maybe"
            })
    void criteriaThatAreNoNumbersAreNotSilentlyLeftOut(String line) {
        assertThat(problems(FILE.replace("min_asks = 2\n", "") + line + "\n"))
                .singleElement()
                .asString()
                .startsWith("[s] " + line.split(" ", -1)[0] + ": expected");
    }

    @Test
    void oneOptionInCommonIsForEveryStep() {
        ExperimentDesign design = read(FILE.replace("[common]", "[common]\nmin_asks = 9\nmodel = M")
                .replace("min_asks = 2\n", "")
                .replace("model = GPClassificationModel\n", ""));

        assertThat(design.steps().get(0).criteria().toString()).contains("9");
        assertThat(design.steps().get(0).config().text("model")).contains("M");
    }
}
