package org.aepsych.web.gamelab;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.aepsych.api.number.Rational;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON as gamelab does: a blank after commas and colons, slashes escaped, no line end. Thread-safe. */
final class LabJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double WHOLE_IN_FULL = 1e15;

    private final JsonMapper mapper =
            JsonMapper.builder().defaultPrettyPrinter(new Blanks()).build();

    @Inject
    LabJson() {}

    String write(JsonNode node) {
        // Slashes stand in texts only.
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node).replace("/", "\\/");
    }

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array() {
        return NODES.arrayNode();
    }

    /** Returns a rational number as gamelab's pages get it for graphs; the largest double for what is beyond it. */
    static BigDecimal decimal(Rational number) {
        return decimal(number.toDouble());
    }

    /** Returns a number without zeros at its end; without exponent up to 10¹⁵. */
    static BigDecimal decimal(double number) {
        double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number));
        BigDecimal shortest = BigDecimal.valueOf(finite).stripTrailingZeros();
        boolean hundreds = shortest.scale() < 0 && Math.abs(finite) < WHOLE_IN_FULL;
        return hundreds ? shortest.setScale(0) : shortest;
    }

    static ArrayNode decimals(List<Rational> numbers) {
        ArrayNode array = array();
        numbers.forEach(number -> array.add(decimal(number)));
        return array;
    }

    static ArrayNode texts(List<Rational> numbers) {
        ArrayNode array = array();
        numbers.forEach(number -> array.add(number.toString()));
        return array;
    }

    /** Puts the blanks where gamelab has them. */
    private static final class Blanks extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void writeObjectNameValueSeparator(JsonGenerator generator) {
            generator.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator generator) {
            generator.writeRaw(", ");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) {
            generator.writeRaw(", ");
        }
    }
}
