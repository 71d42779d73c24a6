package org.aepsych.web.view;

import java.util.List;

/** Cuts texts of experimenters into paragraphs, as pages show them. */
public final class Paragraphs {
    private Paragraphs() {}

    /**
     * Cuts a text.
     *
     * @param text each line is a paragraph
     * @return without blank lines; none of an empty text
     */
    public static List<String> of(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
