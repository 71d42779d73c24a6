package org.aepsych.core.config.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Value;
import org.aepsych.core.config.ExperimentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterSpacesTest {
    private static DeclaredSpace read(String text) {
        return ParameterSpaces.read(ExperimentFile.parse(text));
    }

    private static List<String> problems(String text) {
        ExperimentFile file = ExperimentFile.parse(text);
        ConfigException refusal = catchThrowableOfType(ConfigException.class, () -> ParameterSpaces.read(file));
        assertThat(refusal).as("refusal of %s", text).isNotNull();
        return refusal.problems().stream().map(Problem::toString).toList();
    }

    private static Parameter parameter(String options) {
        DeclaredSpace declared = read("[common]\nparnames = [p]\n[p]\n" + options);
        assertThat(declared.warnings()).isEmpty();
        return declared.space().parameters().get(0);
    }

    @Test
    void allKindsAreReadInTheOrderOfParnames() {
        DeclaredSpace declared = read("""
                [common]
                parnames = [f, e, d,
                            c, b, a]
                [a]
                par_type = continuous
                lower_bound = -1.5
                upper_bound = 1e3
                [b]
                par_type = integer
                lower_bound = -2
                upper_bound = +7
                log_scale = yes
                normalize_scale = off
                [c]
                par_type = binary
                [d]
                par_type = categorical
                choices = [red, green, dark blue]
                [e]
                par_type = fixed
                value = 0.5
                [f]
                par_type = fixed
                value = left
                """);
        assertThat(declared.space().parameters())
                .containsExactly(
                        new Parameter.Fixed("f", Value.of("left")),
                        new Parameter.Fixed("e", Value.of(0.5)),
                        new Parameter.Categorical("d", List.of("red", "green", "dark blue")),
                        new Parameter.Binary("c"),
                        new Parameter.Whole("b", -2, 7, true, false),
                        new Parameter.Continuous("a", -1.5, 1000, false, true));
        assertThat(declared.warnings()).isEmpty();
    }

    @Test
    void optionsMayStandInCommon() {
        DeclaredSpace declared = read(
                "[common]\nparnames = [a, b]\npar_type = continuous\nlower_bound = 0\nupper_bound = 1\n[a]\n[b]\nupper_bound = 2\n");
        assertThat(declared.space().parameters())
                .containsExactly(
                        new Parameter.Continuous("a", 0, 1, false, true),
                        new Parameter.Continuous("b", 0, 2, false, true));
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-2.50, -2.5", ".5, 0.5", "+1e3, 1000", "7., 7"})
    void aFixedValueThatLooksLikeANumberIsOne(String text, double number) {
        assertThat(parameter("par_type = fixed\nvalue = " + text))
                .isEqualTo(new Parameter.Fixed("p", Value.of(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "1d", "0x10", "nan", "inf", "1e999", "1 2"})
    void anyOtherFixedValueIsText(String text) {
        assertThat(parameter("par_type = fixed\nvalue = " + text)).isEqualTo(new Parameter.Fixed("p", Value.of(text)));
    }

    @Test
    void aFixedParameterMayHaveBounds() {
        assertThat(parameter("par_type = fixed\nvalue = 1\nlower_bound = 0\nupper_bound = 2"))
                .isEqualTo(new Parameter.Fixed("p", Value.of(1)));
    }

    @Test
    void legacyBoundsMakeAllParametersContinuous() {
        DeclaredSpace declared = read("[common]\nparnames = [a, b]\nlb = [0, -1]\nub = [1, 2.5]\n");
        assertThat(declared.space().parameters())
                .containsExactly(
                        new Parameter.Continuous("a", 0, 1, false, true),
                        new Parameter.Continuous("b", -1, 2.5, false, true));
        assertThat(declared.warnings()).isEmpty();
    }

    @Test
    void legacyBoundsReplaceThoseOfAllParametersIfOneIsIncomplete() {
        DeclaredSpace declared = read("""
                [common]
                parnames = [a, b, c, d]
                lb = [0, 1, 0, 0]
                ub = [5, 6, 1, 1]
                [a]
                par_type = continuous
                lower_bound = 100
                upper_bound = 200
                [b]
                par_type = integer
                lower_bound = 100
                [d]
                par_type = binary
                """);
        assertThat(declared.space().parameters())
                .containsExactly(
                        new Parameter.Continuous("a", 0, 5, false, true),
                        new Parameter.Whole("b", 1, 6, false, true),
                        new Parameter.Continuous("c", 0, 1, false, true),
                        new Parameter.Binary("d"));
        assertThat(declared.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "[b] upper_bound: is missing; expected a number; lb and ub in [common] are used for all"
                                + " parameters",
                        "[c]: the section is missing; parameter c needs par_type and bounds; lb and ub in [common]"
                                + " are used for all parameters");
    }

    @Test
    void legacyBoundsAreNotLookedAtIfAllParametersAreComplete() {
        DeclaredSpace declared = read(
                "[common]\nparnames = [a]\nlb = nonsense\nub = [1, 2, 3]\n[a]\npar_type = integer\nlower_bound = 0\nupper_bound = 9\n");
        assertThat(declared.space().parameters()).containsExactly(new Parameter.Whole("a", 0, 9, false, true));
    }

    @Test
    void whoeverForgetsTheBracketsOrTheCaseIsToldSo() {
        String section = "par_type = integer\nlower_bound = 0\nupper_bound = 9\n";
        assertThat(problems("[common]\nparnames = size, speed\n[size]\n" + section + "[speed]\n" + section))
                .singleElement()
                .asString()
                .contains("if several are meant, write parnames = [size, speed] (line 2)");
        assertThat(problems("[common]\nparnames = [size]\n[Size]\n" + section))
                .singleElement()
                .asString()
                .contains("did you mean \"Size\"? (line 2)");
    }

    @Test
    void gapsWithoutLegacyBoundsAreAllReported() {
        assertThat(
                        problems(
                                "[common]\nparnames = [a, b, c]\nlb = [0, 0, 0]\n[b]\nlower_bound = 0\n[c]\npar_type = integer\nlower_bound = 0\n"))
                .containsExactly(
                        "[a]: the section is missing; parameter a needs par_type and bounds; or give lb and ub in"
                                + " [common] for all parameters (line 2)",
                        "[b] par_type: is missing; expected one of [continuous, integer, binary, categorical, fixed];"
                                + " or give lb and ub in [common] for all parameters",
                        "[b] upper_bound: is missing; expected a number; or give lb and ub in [common] for all"
                                + " parameters",
                        "[c] upper_bound: is missing; expected a number; or give lb and ub in [common] for all"
                                + " parameters");
    }

    @Test
    void legacyBoundsMustFitTheParameters() {
        assertThat(problems("[common]\nparnames = [a, b]\nlb = [0]\nub = [1, x]\n"))
                .containsExactly(
                        "[common] lb: expected 2 numbers, one for each of parnames, but found 1 (line 3)",
                        "[common] ub: expected a list of numbers such as [1, 2.5], but found \"[1, x]\" (line 4)");
        assertThat(problems("[common]\nparnames = [a]\nlb = [0.5]\nub = [2]\n[a]\npar_type = integer\n"))
                .containsExactly("[a]: parameter a is an integer, but a bound in [common] is 0.5");
        assertThat(problems("[common]\nparnames = [a]\nlb = [2]\nub = [1]\n"))
                .containsExactly("[a] upper_bound: expected a number above the lower bound 2.0, but found 1.0");
    }

    @Test
    void allThatIsWrongWithTheSectionsIsReported() {
        assertThat(problems("""
                        [common]
                        parnames = [a, b, c, d, e, f, g, h, i]
                        [a]
                        par_type = discrete
                        [b]
                        par_type = integer
                        lower_bound = 0.5
                        upper_bound = 9007199254740993
                        [c]
                        par_type = binary
                        lower_bound = 0
                        [d]
                        par_type = fixed
                        [e]
                        par_type = categorical
                        [f]
                        par_type = categorical
                        choices = [x, x]
                        [g]
                        par_type = continuous
                        lower_bound = 1
                        upper_bound = 1
                        log_scale = maybe
                        [h]
                        par_type = continuous
                        lower_bound = low
                        upper_bound = inf
                        [i]
                        par_type = Continuous
                        """))
                .containsExactly(
                        "[a] par_type: parameter a has an unsupported parameter type discrete; types are continuous,"
                                + " integer, binary, categorical, fixed (line 4)",
                        "[b] lower_bound: expected a whole number of at most 2^53, as parameter b is an integer, but"
                                + " found \"0.5\" (line 7)",
                        "[b] upper_bound: expected a whole number of at most 2^53, as parameter b is an integer, but"
                                + " found \"9007199254740993\" (line 8)",
                        "[c] lower_bound: parameter c is binary and has no bounds; remove it; the values are 0 and 1"
                                + " (line 11)",
                        "[d] value: is missing; expected a number or a text, as parameter d is fixed",
                        "[e] choices: is missing; expected a list such as [a, b]",
                        "[f] choices: expected one or more different texts, but found [x, x] (line 18)",
                        "[g] log_scale: expected true or false, but found \"maybe\" (line 23)",
                        "[g] upper_bound: expected a number above the lower bound 1.0, but found 1.0 (line 22)",
                        "[h] lower_bound: expected a number, but found \"low\" (line 26)",
                        "[h] upper_bound: expected a number, but found \"inf\" (line 27)",
                        "[i] par_type: parameter i has an unsupported parameter type Continuous; did you mean"
                                + " \"continuous\"? (line 29)");
    }

    @Test
    void parnamesAreChecked() {
        assertThat(problems("[s]\n"))
                .containsExactly("[common] parnames: is missing; expected a list such as [a, b] (names of the"
                        + " parameters, in order)");
        assertThat(problems("[common]\nparnames = []\n"))
                .containsExactly("[common] parnames: expected at least one name, but the list is empty (line 2)");
        assertThat(problems("[common]\nparnames = [a, a, , common]\n"))
                .containsExactly(
                        "[common] parnames: \"a\" is given twice (line 2)",
                        "[common] parnames: \"\" cannot be the name of a parameter (line 2)",
                        "[common] parnames: \"common\" cannot be the name of a parameter (line 2)");
    }

    @Test
    void optionsThatMeanNothingAreWarnedOf() {
        DeclaredSpace declared =
                read("[common]\nparnames = [a]\n[a]\npar_type = binary\nlog_scale = true\nlogscale = true\n");
        assertThat(declared.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "[a] logscale: is not an option of this section; did you mean \"log_scale\"? (line 6)",
                        "[a] log_scale: has no effect on a binary parameter (line 5)");
    }
}
