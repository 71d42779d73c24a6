package org.aepsych.strategies.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.aepsych.api.config.ConfigException;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Catalog<Integer> catalog = new Catalog<>("number", Map.of("EAVC", 1, "GlobalMI", 2));

    @Test
    void knownNamesAreFound() {
        assertThat(catalog.get("GlobalMI", "opt", "acqf")).isEqualTo(2);
    }

    @Test
    void aMisspeltNameGetsAHint() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> catalog.get("globalmi", "opt", "acqf"))
                .withMessageContaining("[opt] acqf: there is no number \"globalmi\"; known are ")
                .withMessageContaining("did you mean GlobalMI?");
    }

    @Test
    void aNameUnlikeAllOthersGetsNone() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> catalog.get("ThompsonSampler", "opt", "acqf"))
                .withMessageNotContaining("did you mean");
    }
}
