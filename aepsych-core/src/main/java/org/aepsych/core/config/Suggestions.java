package org.aepsych.core.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aepsych.api.config.Problem;

/** Finds what somebody may have meant. */
public final class Suggestions {
    private static final int MAX_LENGTH = 64;
    private static final int MIN_PREFIX = 3;

    private Suggestions() {}

    /**
     * Returns the known word that is nearest to a wrong one: fewest letters to insert, delete, replace or swap with
     * their neighbour (optimal string alignment, a restricted Damerau-Levenshtein distance), in any case; or else the
     * shortest one that the wrong word begins.
     *
     * @param wrong what was written
     * @param known what may be written
     * @return the nearest, or empty if nothing is near: more than a third of the letters, or more than three, differ
     */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        String from = wrong.toLowerCase(Locale.ROOT);
        if (from.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int best = Math.max(1, Math.min(3, from.length() / 3)) + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : known) {
            if (Math.abs(candidate.length() - from.length()) < best) {
                int distance = distance(from, candidate.toLowerCase(Locale.ROOT));
                if (distance < best) {
                    best = distance;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest.isPresent() ? nearest : shortestWithPrefix(from, known);
    }

    /**
     * Adds what somebody may have meant to a problem.
     *
     * @param problem with a word that is not known
     * @param wrong the word
     * @param known what may be written
     * @param otherwise the hint if nothing is near
     * @return the problem with a hint
     */
    public static Problem hinted(Problem problem, String wrong, Collection<String> known, String otherwise) {
        return problem.withHint(nearest(wrong, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(otherwise));
    }

    /**
     * Returns how several names are written, if one name looks like several.
     *
     * @param option whose value lacks brackets or commas
     * @param name what was taken for one name, such as {@code a, b}
     * @return the hint; empty if the name has neither commas nor spaces
     */
    public static Optional<String> asList(String option, String name) {
        List<String> names = Arrays.stream(name.split("[,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        return names.size() < 2
                ? Optional.empty()
                : Optional.of("if several are meant, write " + option + " = " + names);
    }

    private static Optional<String> shortestWithPrefix(String prefix, Collection<String> known) {
        Optional<String> shortest = Optional.empty();
        if (prefix.length() >= MIN_PREFIX) {
            for (String candidate : known) {
                if (candidate.toLowerCase(Locale.ROOT).startsWith(prefix)
                        && shortest.map(s -> candidate.length() < s.length()).orElse(true)) {
                    shortest = Optional.of(candidate);
                }
            }
        }
        return shortest;
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
