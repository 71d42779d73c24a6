package org.aepsych.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads values; {@code NaN} and the infinities are allowed, and of a member given twice the last counts. */
public final class JsonReader {
    /** How deeply arrays and objects may be nested. */
    public static final int DEEPEST = 100;

    /** How many characters a text may have. */
    public static final int LONGEST = 8 * 1024 * 1024;

    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxDocumentLength(LONGEST)
                    .maxStringLength(LONGEST)
                    .build())
            .build();

    /**
     * Reads a text that is one value and nothing else.
     *
     * @param text JSON
     * @return the value
     * @throws IllegalArgumentException with a sentence for people if the text is not JSON, nested more deeply than
     *     {@link #DEEPEST} or longer than {@link #LONGEST}
     */
    public Json read(String text) {
        try (JsonParser parser = factory.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new IllegalArgumentException("there is nothing but blanks");
            }
            Json value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows after the end of the value");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static Json value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT -> new Json.Whole(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> new Json.Real(parser.getDoubleValue());
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> new Json.Null();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("the parser is out of step at " + token);
        };
    }

    private static Json object(JsonParser parser) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(value(parser, token));
            token = parser.nextToken();
        }
        return new Json.Arr(items);
    }
}
