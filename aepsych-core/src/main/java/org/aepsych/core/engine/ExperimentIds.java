package org.aepsych.core.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aepsych.api.experiment.ExperimentId;

/** Makes up public names for experiments whose definition does not ask for one. */
public final class ExperimentIds {
    /** Letters and digits that nobody confuses when reading them out. */
    private static final String ALPHABET = "abcdefghjkmnpqrstvwxyz23456789";

    private static final int RANDOM_LENGTH = 8;
    private static final int LONGEST_PREFIX = 40;

    private ExperimentIds() {}

    /**
     * Makes up a public name.
     *
     * @param name what the experiment is called, if it is called anything; the public name begins like it
     * @param random draws the rest
     * @return another one in each call
     */
    public static ExperimentId make(Optional<String> name, RandomGenerator random) {
        StringBuilder id = new StringBuilder(name.map(ExperimentIds::prefix).orElse(""));
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ExperimentId(id.toString());
    }

    private static String prefix(String name) {
        String words =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = words.substring(0, Math.min(words.length(), LONGEST_PREFIX));
        return cut.isEmpty() ? "" : cut + "-";
    }
}
