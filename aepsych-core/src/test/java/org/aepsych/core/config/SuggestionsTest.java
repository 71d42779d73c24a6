package org.aepsych.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> KNOWN = List.of("sobol", "random", "grid", "SobolGenerator", "quest-plus", "ub");

    @ParameterizedTest
    @CsvSource({
        "sobl, sobol",
        "sobool, sobol",
        "sabol, sobol",
        "sbool, sobol",
        "Random, random",
        "SobolGen, SobolGenerator",
        "sobolgenerater, SobolGenerator",
        "quest_plus, quest-plus",
        "bu, ub"
    })
    void findsTheNearest(String wrong, String right) {
        assertThat(Suggestions.nearest(wrong, KNOWN)).contains(right);
    }

    @Test
    void findsNothingIfNothingIsNear() {
        assertThat(Suggestions.nearest("staircase", KNOWN)).isEmpty();
        assertThat(Suggestions.nearest("", KNOWN)).isEmpty();
        assertThat(Suggestions.nearest("x".repeat(100_000), List.of("x".repeat(100_000))))
                .isEmpty();
        assertThat(Suggestions.nearest("sobol", List.of())).isEmpty();
    }
}
