package org.aepsych.strategies.option;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.space.Value;

/** Recursive descent over one text. */
final class NestedListParser {
    private static final int DEEPEST = 8;

    private final String text;
    private int at;

    NestedListParser(String text) {
        this.text = text;
    }

    NestedList parse() {
        NestedList list = literal(0);
        skipSpace();
        if (at < text.length()) {
            throw new IllegalArgumentException("unexpected text after the list: " + text.substring(at));
        }
        return list;
    }

    private NestedList literal(int depth) {
        skipSpace();
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("lists are nested too deeply");
        }
        return here() == '[' ? list(depth) : new NestedList.Leaf(leaf());
    }

    private NestedList list(int depth) {
        at++;
        List<NestedList> items = new ArrayList<>();
        skipSpace();
        while (here() != ']') {
            items.add(literal(depth + 1));
            skipSpace();
            if (here() == ',') {
                at++;
                skipSpace();
            } else if (here() != ']') {
                throw new IllegalArgumentException("expected a comma or a closing bracket at " + text.substring(at));
            }
        }
        at++;
        return new NestedList.Branch(items);
    }

    private Value leaf() {
        char quote = here();
        if (quote == '\'' || quote == '"') {
            int end = text.indexOf(quote, at + 1);
            if (end < 0) {
                throw new IllegalArgumentException("a quote is not closed: " + text.substring(at));
            }
            String quoted = text.substring(at + 1, end);
            at = end + 1;
            return Value.of(quoted);
        }
        int start = at;
        while (at < text.length() && "[],".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String bare = text.substring(start, at).trim();
        if (bare.isEmpty()) {
            throw new IllegalArgumentException("a value is missing in " + text);
        }
        try {
            return Value.of(Double.parseDouble(bare));
        } catch (NumberFormatException e) {
            return Value.of(bare);
        }
    }

    private char here() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("a bracket is not closed: " + text);
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
