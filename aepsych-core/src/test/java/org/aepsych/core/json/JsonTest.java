package org.aepsych.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private final JsonReader reader = new JsonReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1, \"b\": [1.0, -0.0, 1e-05, NaN, Infinity, -Infinity]}",
                "[]",
                "{}",
                "null",
                "[true, false, \"\\u00e9\\n\\\"\\ud83d\\ude00\", 123456789012345678901234567890]"
            })
    void whatWasWrittenInTheProtocolsFormIsWrittenTheSameAgain(String text) {
        assertThat(reader.read(text).text()).isEqualTo(text);
    }

    @Test
    void ofAMemberGivenTwiceTheLastCounts() {
        assertThat(reader.read("{\"a\": 1, \"a\": 2}").text()).isEqualTo("{\"a\": 2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{", "{'a': 1}", "[1,]", "1 2", "{\"a\" 1}", "nul"})
    void whatIsNotJsonIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> reader.read(text));
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(reader.read("[".repeat(100) + "]".repeat(100)).text()).startsWith("[[");
        assertThatIllegalArgumentException().isThrownBy(() -> reader.read("[".repeat(101) + "]".repeat(101)));
    }
}
