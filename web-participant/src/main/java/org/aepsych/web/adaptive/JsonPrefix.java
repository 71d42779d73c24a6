package org.aepsych.web.adaptive;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * Tells byte by byte whether a text can still become one JSON value (RFC 8259, and the words {@code NaN},
 * {@code Infinity} and {@code -Infinity}). Numbers are only checked for their characters. Not thread-safe.
 */
final class JsonPrefix {
    private static final List<String> WORDS = List.of("true", "false", "null", "NaN", "Infinity");
    private static final String NUMBER = "+-.eE0123456789";

    private final int deepest;
    /** For each open bracket whether it is that of an object. */
    private final BitSet objects = new BitSet();

    private int depth;
    private Expect expect = Expect.VALUE;
    private String wordRest = "";
    private int hexDigits;

    JsonPrefix(int deepest) {
        this.deepest = deepest;
    }

    /** What a byte does to the text. */
    enum Step {
        /** The text goes on. */
        MORE,
        /** The byte completes the value. */
        COMPLETE,
        /** The value was complete before the byte, which belongs to something else. */
        COMPLETE_BEFORE,
        /** With this byte the text can no longer become a value. */
        IMPOSSIBLE
    }

    private enum Expect {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END,
        IN_KEY,
        IN_TEXT,
        ESCAPE_IN_KEY,
        ESCAPE_IN_TEXT,
        IN_NUMBER,
        IN_WORD
    }

    /**
     * Takes the next byte.
     *
     * @param next the byte
     * @return what it does; after anything but {@code MORE} this object is used up
     */
    Step accept(byte next) {
        int b = next & 0xff;
        return switch (expect) {
            case IN_KEY, IN_TEXT -> inText(b);
            case ESCAPE_IN_KEY, ESCAPE_IN_TEXT -> escape(b);
            case IN_WORD -> inWord(b);
            case IN_NUMBER -> inNumber(b);
            case VALUE, VALUE_OR_END, KEY, KEY_OR_END, COLON, COMMA_OR_END ->
                b == ' ' || b == '\n' || b == '\r' || b == '\t' ? Step.MORE : sign((char) b);
        };
    }

    /**
     * Tells whether the value would be complete if nothing followed.
     *
     * @return true within a number that is not in brackets
     */
    boolean wouldBeComplete() {
        return expect == Expect.IN_NUMBER && depth == 0;
    }

    private Step sign(char c) {
        return switch (expect) {
            case VALUE -> value(c);
            case VALUE_OR_END -> c == ']' ? closed() : value(c);
            case KEY -> c == '"' ? then(Expect.IN_KEY) : Step.IMPOSSIBLE;
            case KEY_OR_END -> c == '}' ? closed() : c == '"' ? then(Expect.IN_KEY) : Step.IMPOSSIBLE;
            case COLON -> c == ':' ? then(Expect.VALUE) : Step.IMPOSSIBLE;
            case COMMA_OR_END -> {
                boolean object = objects.get(depth - 1);
                if (c == ',') {
                    yield then(object ? Expect.KEY : Expect.VALUE);
                }
                yield c == (object ? '}' : ']') ? closed() : Step.IMPOSSIBLE;
            }
            case IN_KEY, IN_TEXT, ESCAPE_IN_KEY, ESCAPE_IN_TEXT, IN_NUMBER, IN_WORD ->
                throw new IllegalStateException("no sign is expected at " + expect);
        };
    }

    private Step value(char c) {
        if (c == '{' || c == '[') {
            if (depth == deepest) {
                return Step.IMPOSSIBLE;
            }
            objects.set(depth++, c == '{');
            return then(c == '{' ? Expect.KEY_OR_END : Expect.VALUE_OR_END);
        } else if (c == '"') {
            return then(Expect.IN_TEXT);
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            return then(Expect.IN_NUMBER);
        }
        for (String word : WORDS) {
            if (word.charAt(0) == c) {
                wordRest = word.substring(1);
                return then(Expect.IN_WORD);
            }
        }
        return Step.IMPOSSIBLE;
    }

    private Step inText(int b) {
        if (b == '\\') {
            hexDigits = 0;
            return then(expect == Expect.IN_KEY ? Expect.ESCAPE_IN_KEY : Expect.ESCAPE_IN_TEXT);
        } else if (b == '"') {
            return expect == Expect.IN_KEY ? then(Expect.COLON) : valueEnded();
        }
        return b < 0x20 ? Step.IMPOSSIBLE : Step.MORE;
    }

    private Step escape(int b) {
        Expect text = expect == Expect.ESCAPE_IN_KEY ? Expect.IN_KEY : Expect.IN_TEXT;
        if (hexDigits > 0) {
            hexDigits--;
            if (Character.digit(b, 16) < 0) {
                return Step.IMPOSSIBLE;
            }
            return hexDigits > 0 ? Step.MORE : then(text);
        }
        if (b == 'u') {
            hexDigits = 4;
            return Step.MORE;
        }
        return "\"\\/bfnrt".indexOf(b) >= 0 ? then(text) : Step.IMPOSSIBLE;
    }

    private Step inWord(int b) {
        if (b != wordRest.charAt(0)) {
            return Step.IMPOSSIBLE;
        }
        wordRest = wordRest.substring(1);
        return wordRest.isEmpty() ? valueEnded() : Step.MORE;
    }

    private Step inNumber(int b) {
        if (NUMBER.indexOf(b) >= 0) {
            return Step.MORE;
        }
        if (b == 'I') {
            wordRest = "nfinity";
            return then(Expect.IN_WORD);
        }
        if (depth == 0) {
            return Step.COMPLETE_BEFORE;
        }
        expect = Expect.COMMA_OR_END;
        return accept((byte) b);
    }

    private Step closed() {
        depth--;
        return valueEnded();
    }

    private Step valueEnded() {
        return depth == 0 ? Step.COMPLETE : then(Expect.COMMA_OR_END);
    }

    private Step then(Expect next) {
        expect = next;
        return Step.MORE;
    }

    /** Returns how a text would be judged, for tests and messages. */
    static Step judge(String text, int deepest) {
        JsonPrefix prefix = new JsonPrefix(deepest);
        Step step = Step.MORE;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            step = prefix.accept(b);
            if (step != Step.MORE) {
                return step;
            }
        }
        return step;
    }
}
