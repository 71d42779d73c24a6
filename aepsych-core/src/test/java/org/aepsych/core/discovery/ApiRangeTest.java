package org.aepsych.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1.2,2)   | 1.2 | true",
                "[1.2,2)   | 1.1 | false",
                "[1.2,2)   | 1.10 | true",
                "[1.2,2)   | 2.0 | false",
                "(1.2,2]   | 1.2 | false",
                "(1.2,2]   | 2   | true",
                "(1.2,2]   | 2.1 | false",
                "[1,)      | 99.9 | true",
                "[1.2.3, 1.2.4] | 1.2.9 | true"
            })
    void containsWhatLiesBetweenItsEnds(String range, String version, boolean contained) {
        assertThat(ApiRange.parse(range)
                        .orElseThrow()
                        .contains(ApiVersion.parse(version).orElseThrow()))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2", "[1.2]", "[1.2,x)", "[,2)", "1,2", "[1,2,3]", "[99999999999,)"})
    void isNothingElseThanAnInterval(String text) {
        assertThat(ApiRange.parse(text)).isEmpty();
    }

    @Test
    void theVersionOfTheContractsIsThatOfTheBuild() throws IOException {
        assertThat(Files.readString(Path.of("..", "pom.xml"))).contains("<version>" + ApiVersion.CURRENT + ".");
    }
}
