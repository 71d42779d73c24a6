package org.aepsych.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigSectionTest {
    private static final ConfigOption<Integer> ROUNDS = ConfigOption.whole("rounds", "number of rounds");

    @Test
    void aValueIsReadByItsType() {
        ConfigSection section = section(Map.of(
                "rounds",
                " 5 ",
                "share",
                "2.5e-1",
                "open",
                "Yes",
                "names",
                "[a, b,]",
                "one",
                "a",
                "bounds",
                "[0, 1.5]"));

        assertThat(section.get(ROUNDS)).isEqualTo(5);
        assertThat(section.get(ConfigOption.real("share", ""))).isEqualTo(0.25);
        assertThat(section.get(ConfigOption.flag("open", ""))).isTrue();
        assertThat(section.get(ConfigOption.texts("names", ""))).containsExactly("a", "b");
        assertThat(section.get(ConfigOption.texts("one", ""))).containsExactly("a");
        assertThat(section.get(ConfigOption.reals("bounds", ""))).containsExactly(0.0, 1.5);
    }

    @Test
    void anAbsentOptionTakesItsFallbackOrIsAProblem() {
        ConfigSection section = section(Map.of());

        assertThat(section.get(ROUNDS.orElse(3))).isEqualTo(3);
        assertThat(section.find(ROUNDS.orElse(3))).isEmpty();
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> section.get(ROUNDS))
                .withMessage("[game] rounds: is missing; expected a whole number (number of rounds)");
    }

    @Test
    void anIllTypedValueNamesThePlaceAndWhatWasExpected() {
        for (String wrong : List.of("ten", "2.5", "", "99999999999")) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> section(Map.of("rounds", wrong)).get(ROUNDS.orElse(3)))
                    .withMessage("[game] rounds: expected a whole number, but found \"" + wrong + "\" (line 7)");
        }
        for (String wrong : List.of("NaN", "inf", "Infinity", "1,5")) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> section(Map.of("x", wrong)).get(ConfigOption.real("x", "")));
        }
    }

    @Test
    void aSecretIsNeverShown() {
        ConfigOption<Integer> pin = ConfigOption.whole("pin", "").asSecret();

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> section(Map.of("pin", "hunter2")).get(pin))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void aSchemaRefusesTheSameNameTwice() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ConfigSchema.of(ROUNDS, ROUNDS));
        assertThat(ConfigSchema.of(ROUNDS).option("rounds")).contains(ROUNDS);
        assertThat(ConfigSchema.of(ROUNDS).option("round")).isEmpty();
    }

    private static ConfigSection section(Map<String, String> texts) {
        return new ConfigSection() {
            @Override
            public String name() {
                return "game";
            }

            @Override
            public Optional<String> text(String key) {
                return Optional.ofNullable(texts.get(key));
            }

            @Override
            public Set<String> ownKeys() {
                return texts.keySet();
            }

            @Override
            public Optional<Integer> line(String key) {
                return Optional.of(7);
            }
        };
    }
}
