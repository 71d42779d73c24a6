package org.aepsych.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {
    private static final ConfigSchema SCHEMA = ConfigSchema.of(
            ConfigOption.whole("restarts", "how often to start again").orElse(10),
            ConfigOption.text("acqf", "what to optimise"),
            ConfigOption.real("epsilon", "share of random trials").orElse(0.1));

    @Test
    void reportsAllThatIsMissingIllTypedOrUnknown() {
        ConfigSection section = ExperimentFile.parse(
                        "[common]\nelsewhere = 1\n[s]\nrestarts = ten\nepsilom = 0.2\nz = 1\n")
                .section("s")
                .orElseThrow();
        assertThat(SchemaCheck.problems(section, SCHEMA, true))
                .extracting(Problem::toString)
                .containsExactly(
                        "[s] restarts: expected a whole number, but found \"ten\" (line 4)",
                        "[s] acqf: is missing; expected text (what to optimise)",
                        "[s] epsilom: is not an option of this section; did you mean \"epsilon\"? (line 5)",
                        "[s] z: is not an option of this section; options are restarts, acqf, epsilon (line 6)");
        assertThat(SchemaCheck.problems(section, SCHEMA, false)).hasSize(2);
    }

    @Test
    void findsNothingWrongWithASectionThatFits() {
        ConfigSection section = ExperimentFile.parse("[common]\nacqf = EAVC\n[s]\n")
                .section("s")
                .orElseThrow();
        assertThat(SchemaCheck.problems(section, SCHEMA, true)).isEmpty();
    }
}
