package org.aepsych.web.gamelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.aepsych.api.number.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class LabJsonTest {
    private final LabJson json = new LabJson();

    @Test
    void hasGamelabsBlanksAndSlashes() {
        ObjectNode node = LabJson.object().put("a", "1/2 \"é\"\n").put("b", 1).putNull("c");
        node.set("d", LabJson.texts(List.of(Rational.of(-7, 2), Rational.ZERO)));
        node.putArray("e");
        node.putObject("f");

        assertThat(json.write(node))
                .isEqualTo("{\"a\": \"1\\/2 \\\"é\\\"\\n\", \"b\": 1, \"c\": null, \"d\": [\"-7\\/2\", \"0\"], "
                        + "\"e\": [], \"f\": {}}");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-0.5, -0.5", "1500, 1500", "0.00001, 0.000010", "-100, -100"})
    void writesNumbersPlainly(double number, String text) {
        String written = json.write(LabJson.object().put("n", LabJson.decimal(number)));
        assertThat(new BigDecimal(written.substring(6, written.length() - 1)))
                .isEqualByComparingTo(new BigDecimal(text));
        assertThat(written).doesNotContain(".0}").doesNotContain("E+");
    }

    @Test
    void hasNoInfinity() {
        Rational huge = Rational.of(BigInteger.TEN.pow(400), BigInteger.ONE);
        assertThat(LabJson.decimal(huge).doubleValue()).isEqualTo(Double.MAX_VALUE);
    }
}
