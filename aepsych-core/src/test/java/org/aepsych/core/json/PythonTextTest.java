package org.aepsych.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTextTest {

    /** Expected texts are those of CPython 3.11. */
    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "0.5, 0.5",
        "-0.0, -0.0",
        "1e-4, 0.0001",
        "1e-5, 1e-05",
        "9.999999999999998e15, 9999999999999998.0",
        "1e16, 1e+16",
        "123456789012345680.0, 1.2345678901234568e+17",
        "2e-3, 0.002",
        "2e23, 2e+23",
        "1e23, 1e+23",
        "4.9e-324, 5e-324",
        "1e-323, 1e-323",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "-2.5e-7, -2.5e-07",
        "1.9947312772274017, 1.9947312772274017",
        "100, 100.0",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void printsNumbersAsPythonDoes(double value, String text) {
        assertThat(PythonText.repr(value)).isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackWithTheSameBits() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = PythonText.repr(value);
                assertThat(Double.doubleToRawLongBits(Double.parseDouble(text)))
                        .as(text)
                        .isEqualTo(Double.doubleToRawLongBits(value));
            }
        }
    }

    @Test
    void quotesAreChosenToAvoidEscapes() {
        assertThat(PythonText.quoted("plain")).isEqualTo("'plain'");
        assertThat(PythonText.quoted("it's")).isEqualTo("\"it's\"");
        assertThat(PythonText.quoted("it's \"so\"")).isEqualTo("'it\\'s \"so\"'");
        assertThat(PythonText.quoted("two\nlines\\")).isEqualTo("'two\\nlines\\\\'");
    }

    @Test
    void valuesPrintAsPythonLiterals() {
        Json value = new JsonReader().read("{\"a\": [1, 2.0, true, null, \"x\"]}");

        assertThat(PythonText.repr(value)).isEqualTo("{'a': [1, 2.0, True, None, 'x']}");
        assertThat(PythonText.str(Json.of("red"))).isEqualTo("red");
    }
}
