package org.aepsych.core.config;

import java.util.Locale;
import java.util.Optional;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;

/**
 * Replaces {@code ${option}} and {@code ${section:option}} by what the same file says; {@code $$} stands for a dollar
 * sign, and {@code ${}}, which AEPsych does not know, for nothing. Nothing outside the file is ever looked at. Depth,
 * number of references and total length are limited for the whole file, because files come from strangers.
 */
final class Interpolation {
    private static final int MAX_DEPTH = 10;
    private static final int MAX_REFERENCES = 20_000;
    private static final int MAX_LENGTH = 2_000_000;

    private final RawFile file;
    private int references;
    private int length;

    Interpolation(RawFile file) {
        this.file = file;
    }

    /** Returns whether the file has used up what it may; to resolve more of it is pointless. */
    boolean exhausted() {
        return references > MAX_REFERENCES || length > MAX_LENGTH;
    }

    /**
     * Resolves an option as seen from a section.
     *
     * @param section the section that is asked
     * @param key an option of the section or of the fallback section
     * @return its text, or empty if it has no value
     * @throws ConfigException if the option's text is not well-formed or refers to what does not exist
     */
    Optional<String> resolve(String section, String key) {
        RawOption option = file.option(section, key).orElseThrow();
        return option.text().map(text -> {
            if (text.indexOf('$') < 0) {
                return text;
            }
            try {
                StringBuilder resolved = new StringBuilder();
                expand(section, text, 1, resolved);
                return resolved.toString();
            } catch (Malformed e) {
                String place = file.own(section).containsKey(key) ? section : ExperimentFile.COMMON;
                Problem problem = Problem.of(place, key, e.sentence);
                throw new ConfigException(option.line().map(problem::atLine).orElse(problem));
            }
        });
    }

    private void expand(String section, String text, int depth, StringBuilder into) throws Malformed {
        if (depth > MAX_DEPTH) {
            throw new Malformed("references are nested more than " + MAX_DEPTH + " deep, or in a circle");
        }
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            int plainEnd = dollar < 0 ? text.length() : dollar;
            append(text.substring(at, plainEnd), into);
            if (dollar < 0) {
                return;
            }
            if (text.startsWith("$$", dollar)) {
                append("$", into);
                at = dollar + 2;
            } else if (text.startsWith("${", dollar)) {
                int close = text.indexOf('}', dollar);
                if (close < 0) {
                    throw new Malformed("\"" + excerpt(text, dollar) + "\" lacks its closing }");
                }
                follow(section, text.substring(dollar + 2, close), depth, into);
                at = close + 1;
            } else {
                throw new Malformed("'$' must be followed by '$' or '{', found: '" + excerpt(text, dollar)
                        + "'; write $$ for a dollar sign");
            }
        }
    }

    private void follow(String section, String path, int depth, StringBuilder into) throws Malformed {
        references++;
        if (references > MAX_REFERENCES) {
            throw new Malformed("the file has more than " + MAX_REFERENCES + " references to follow");
        }
        if (path.isEmpty()) {
            return;
        }
        int colon = path.indexOf(':');
        String targetSection = colon < 0 ? section : path.substring(0, colon);
        String targetKey = path.substring(colon + 1).toLowerCase(Locale.ROOT);
        boolean sectionKnown = colon < 0
                || targetSection.equals(ExperimentFile.COMMON)
                || file.sections().containsKey(targetSection);
        Optional<RawOption> target = sectionKnown ? file.option(targetSection, targetKey) : Optional.empty();
        if (target.isEmpty()) {
            throw new Malformed("${" + excerpt(path, 0) + "} is not an option of this file");
        }
        String text = target.get()
                .text()
                .orElseThrow(() -> new Malformed("${" + excerpt(path, 0) + "} is an option without a value"));
        expand(targetSection, text, depth + 1, into);
    }

    private void append(String piece, StringBuilder into) throws Malformed {
        length += piece.length();
        if (length > MAX_LENGTH) {
            throw new Malformed(
                    "the file is longer than " + MAX_LENGTH + " characters when its references are followed");
        }
        into.append(piece);
    }

    private static String excerpt(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + 40));
    }

    /** What is wrong with a text, on the way from its depth to the option that is resolved. */
    private static final class Malformed extends Exception {
        private final String sentence;

        Malformed(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}
