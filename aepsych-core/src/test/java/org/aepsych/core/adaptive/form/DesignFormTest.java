package org.aepsych.core.adaptive.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.Problem;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.core.config.ExperimentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form and a file say the same, and nothing is lost on the way. */
class DesignFormTest {
    private static final List<Presenter> PRESENTERS = List.of(new Dots());

    /** What a file can say that no field shows. */
    private static final String STRANGE = """
            # what it is about
            [common]
            parnames = [a, b] # two of them
            outcome_types = [Binary, continuous]
            outcome_names = [seen, response_time]
            strategy_names = [first, second]
            seed = 7
            lower_bound = ${limits:low}
            flag
            [metadata]
            experiment_name = Costs $$5 ${}# each
            experiment_description = In two
                lines
            lab = here
            [a]
            par_type = Continuous
            lower_bound = ${limits:low}
            upper_bound = 1e0
            log_scale = yes
            normalize_scale = False
            ; about b
            [b]
            par_type = categorical
            choices = [red,
                green]
            [limits]
            low = 0.1
            [first]
            generator = SobolGenerator
            min_asks = 5
            [second]
            generator = OptimizeAcqfGenerator
            acqf = EAVC
            refit_every = 4
            [EAVC]
            target = 0.6
            [presentation]
            presenter = dots
            task = two_interval
            feedback = off
            calibration = False
            practice_trials = 1
            practice_a = [0.5, 0.2]
            instructions =
                One $$,
                ${}
                two.
            instructions_de = Eins.
            [dots]
            number = a
            reference_number = 0
            colour = red
            """;

    private record Dots() implements Presenter {
        @Override
        public String name() {
            return "dots";
        }

        @Override
        public ConfigSchema properties() {
            return ConfigSchema.of(ConfigOption.real("number", "how many"));
        }

        @Override
        public String script() {
            return "";
        }
    }

    private static DesignForm form(String text) {
        return DesignForm.of(ExperimentFile.parse(text), PRESENTERS);
    }

    @Test
    void whatAFileSaysStandsInTheFieldsAndTheRestAsLines() {
        DesignForm form = form(STRANGE);

        assertThat(form.fields())
                .containsEntry("name", "Costs $5 # each")
                .containsEntry("outcome1_type", "binary")
                .containsEntry("outcome2_name", "response_time")
                .containsEntry("parameter1_type", "continuous")
                .containsEntry("parameter1_upper", "1e0")
                .containsEntry("parameter1_log", "yes")
                .containsEntry("parameter1_practice", "0.5, 0.2")
                .containsEntry("parameter2_choices", "red, green")
                .containsEntry("goal", "own")
                .containsEntry("step2_acqf", "EAVC")
                .containsEntry("presenter", "dots")
                .containsEntry("calibration", "no")
                .containsEntry("instructions", "One $,\n\ntwo.")
                .containsEntry("property_dots_number", "a")
                .containsEntry("property_dots_reference_number", "0")
                .doesNotContainKeys("description", "parameter1_lower", "feedback", "target");
        assertThat(form.get("other")).isEqualTo("""
                [common]
                # what it is about
                # two of them
                seed = 7
                lower_bound = ${limits:low}
                flag

                [metadata]
                experiment_description = In two
                    lines
                lab = here

                [a]
                lower_bound = ${limits:low}
                normalize_scale = False

                [b]
                ; about b

                [limits]
                low = 0.1

                [second]
                refit_every = 4

                [EAVC]
                target = 0.6

                [presentation]
                instructions_de = Eins.

                [dots]
                colour = red""");
    }

    @Test
    void theFormWritesAFileThatSaysTheSame() {
        String written = form(STRANGE).text();

        assertThat(Meaning.of(written)).isEqualTo(Meaning.of(STRANGE));
        DesignForm again = form(written);
        assertThat(again.fields()).containsAllEntriesOf(withoutOther(form(STRANGE)));
        assertThat(form(again.text())).as("once in order").isEqualTo(again);
        assertThat(written).contains("# what it is about", "# two of them", "; about b");
    }

    private static Map<String, String> withoutOther(DesignForm form) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        String unused = fields.remove("other");
        return fields;
    }

    @ParameterizedTest
    @EnumSource
    void everyGoalIsFoundAgainInTheFileThatWasWrittenForIt(Goal goal) {
        for (String outcome : List.of("binary", "continuous", "ordinal")) {
            for (String stimuli : List.of("1", "2")) {
                Map<String, String> fields =
                        new LinkedHashMap<>(DesignForm.suggestion().fields());
                fields.putAll(Map.of(
                        "goal",
                        goal.key(),
                        "outcome1_type",
                        outcome,
                        "stimuli",
                        stimuli,
                        "step1_name",
                        "s",
                        "step1_generator",
                        "SobolGenerator",
                        "step1_min_asks",
                        "3"));
                DesignForm form = DesignForm.of(fields);

                DesignForm again = form(form.text());
                assertThat(again.goal()).isEqualTo(goal);
                assertThat(again.get("other")).isEmpty();
                assertThat(again.get("trials")).isEqualTo(goal == Goal.OWN ? "" : "50");
                assertThat(again.text()).isEqualTo(form.text());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalOutcomesHaveAModelEachAndAreFoundAgain(Goal goal) {
        Map<String, String> fields = new LinkedHashMap<>(DesignForm.suggestion().fields());
        fields.putAll(Map.of(
                "goal", goal.key(),
                "outcome1_type", "binary",
                "outcome2_type", "continuous",
                "outcome2_name", "response_time",
                "step1_name", "s",
                "step1_generator", "SobolGenerator",
                "step1_min_asks", "3"));
        DesignForm form = DesignForm.of(fields);

        DesignForm again = form(form.text());
        assertThat(again.goal()).isEqualTo(goal);
        assertThat(again.get("other")).isEmpty();
        assertThat(again.get("trials")).isEqualTo(goal == Goal.OWN ? "" : "50");
        assertThat(again.text()).isEqualTo(form.text());
        if (goal == Goal.THRESHOLD) {
            assertThat(form.text())
                    .contains(
                            "generator = IndependentOptimizeAcqfGenerator",
                            "models = [GPClassificationModel, GPRegressionModel]",
                            "[for_1]\nacqf = MCLevelSetEstimation",
                            "[for_2]\nacqf = MCPosteriorVariance");
        }
    }

    @Test
    void theRecommendedStepsCanBeChanged() {
        Map<String, String> fields = new LinkedHashMap<>(DesignForm.suggestion().fields());
        fields.put("goal", "function");
        DesignForm form = DesignForm.of(fields);
        DesignForm own = form.withOwnSteps();

        assertThat(own.goal()).isEqualTo(Goal.OWN);
        assertThat(own.get("step1_generator")).isEqualTo("SobolGenerator");
        assertThat(own.get("step2_min_asks")).isEqualTo("40");
        assertThat(own.get("other")).isEqualTo("[GlobalMI]\nlookahead_type = posterior");
        assertThat(own.withOwnSteps()).isEqualTo(own);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        Map<String, String> fields = new LinkedHashMap<>(DesignForm.suggestion().fields());
        fields.putAll(Map.of(
                "parameter3_name",
                "size",
                "parameter4_name",
                "a, b",
                "presenter",
                "dots",
                "step1_name",
                "unused",
                "property_dots_number",
                "x"));
        DesignForm form = DesignForm.of(fields);

        assertThat(form.field(Problem.of("size", "upper_bound", "is missing"))).isEqualTo("parameter3_upper");
        assertThat(form.field(Problem.of("size", "the section is missing"))).isEqualTo("parameter3_name");
        assertThat(form.field(Problem.of("search", "min_asks", "expected"))).isEqualTo("trials");
        assertThat(form.field(Problem.of("search", "auto is for one"))).isEqualTo("goal");
        assertThat(form.field(Problem.of("common", "target", "expected"))).isEqualTo("target");
        assertThat(form.field(Problem.of("common", "outcome_types", "expected")))
                .isEqualTo("outcome1_type");
        assertThat(form.field(Problem.of("presentation", "duration", "expected")))
                .isEqualTo("duration");
        assertThat(form.field(Problem.of("presentation", "practice_size", "expected")))
                .isEqualTo("parameter3_practice");
        assertThat(form.field(Problem.of("dots", "number", "expected"))).isEqualTo("property_dots_number");
        assertThat(form.field(Problem.of("EAVC", "target", "expected"))).isEqualTo("other");
        assertThat(form.field(Problem.ofFile("expected a section"))).isEqualTo("other");
        assertThat(form.wrong()).extracting(DesignForm.Wrong::field).containsExactly("parameter4_name");
        assertThat(form.text()).contains("parnames = [intensity, size]\n");
    }

    @Test
    void rowsComeAndGo() {
        DesignForm form = DesignForm.suggestion().withRow("parameter");
        assertThat(form.rows("parameter")).containsExactly(1, 2);
        assertThat(form.withoutRow("parameter", 1).get("parameter1_name")).isEqualTo("parameter2");
        assertThat(form.withoutRow("parameter", 1).rows("parameter")).containsExactly(1);
        assertThat(form.withRow("outcome").text()).contains("outcome_types = [binary, binary]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[common]\n", "[common]\nparnames = [a]\nlb = [0]\nub = [1]\n", "[x]\n[y]\nz\n"})
    void filesThatSayLittleStaySo(String text) {
        assertThat(Meaning.of(form(text).text())).isEqualTo(Meaning.of(text));
    }

    /** Forms that nobody would fill in, of all characters that mean something to somebody. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatAnyFormWritesFillsTheSameForm(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            DesignForm form = DesignForm.of(entered(random));
            String text = form.text();
            DesignForm again = form(text);
            assertThat(Meaning.of(again.text())).as("%s", form).isEqualTo(Meaning.of(text));
            DesignForm third = form(again.text());
            assertThat(form(third.text())).as("%s", form).isEqualTo(third);
            if (again.goal() == form.goal() && again.presenter().equals(form.presenter())) {
                form.fields().forEach((field, entered) -> {
                    if (again.fields().containsKey(field) && !field.matches("other|.*_(practice|choices)")) {
                        assertThat(again.get(field)).as(field).isEqualTo(entered);
                    }
                });
            }
        }
    }

    private static Map<String, String> entered(Random random) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> names =
                new ArrayList<>(List.of("a", "b b", "search", "spread", "dots", "é=", "(c)", "presentation"));
        for (String kind : List.of("parameter", "step")) {
            int rows = random.nextInt(3);
            for (int row = 1; row <= rows; row++) {
                fields.put(kind + row + "_name", names.remove(random.nextInt(names.size())));
            }
        }
        for (String field : List.of(
                "name",
                "description",
                "id",
                "target",
                "trials",
                "initial",
                "parameter1_lower",
                "parameter2_value",
                "parameter1_practice",
                "step1_generator",
                "step2_min_post_range",
                "duration",
                "instructions",
                "consent",
                "anchors",
                "property_dots_number")) {
            if (random.nextBoolean()) {
                fields.put(field, text(random, field.equals("instructions") || field.equals("consent")));
            }
        }
        put(random, fields, "goal", "threshold", "function", "best", "none", "own");
        put(random, fields, "presenter", "none", "dots", "external");
        put(random, fields, "outcome1_type", "binary", "continuous", "ordinal");
        put(random, fields, "outcome2_name", "x", "y");
        put(random, fields, "outcome2_type", "continuous");
        put(random, fields, "stimuli", "1", "2");
        put(random, fields, "parameter1_type", "continuous", "integer", "fixed");
        put(random, fields, "parameter2_choices", "x, y", "z");
        put(random, fields, "parameter1_log", "yes");
        put(random, fields, "feedback", "yes");
        put(random, fields, "calibration", "yes", "no");
        put(random, fields, "task", "rating", "two_interval");
        put(random, fields, "other", "seed = 1", "[b b]\nextra = 1\n[zz]\n# why\np = 1\nq = ${p}", "[common]\nx = $$");
        return fields;
    }

    private static void put(Random random, Map<String, String> fields, String field, String... choices) {
        int choice = random.nextInt(choices.length + 1);
        if (choice < choices.length) {
            fields.put(field, choices[choice]);
        }
    }

    private static String text(Random random, boolean lines) {
        String signs = "ab 1.#;$={}[]:,%\\\"é" + (lines ? "\n\n" : "");
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString().strip();
    }
}
