package org.aepsych.core.adaptive.posterior;

import java.util.Map;
import java.util.Optional;

/**
 * Which part of a model's belief is to be seen: over a line or a plane through the space, for one outcome. What is left
 * out is chosen: the first two parameters that are numbers, the middle of all others, the first outcome, the target that
 * the experiment file names.
 *
 * @param horizontal name of the first parameter that is to vary
 * @param vertical name of the second; {@link #NONE} for a line
 * @param held values at which other parameters are held, as texts
 * @param outcome name of the outcome
 * @param target the expected outcome at the threshold
 */
public record PosteriorQuestion(
        Optional<String> horizontal,
        Optional<String> vertical,
        Map<String, String> held,
        Optional<String> outcome,
        Optional<Double> target) {
    /** In place of a second parameter: there is to be none. */
    public static final String NONE = "";

    /** Everything is chosen. */
    public static final PosteriorQuestion DEFAULT =
            new PosteriorQuestion(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    /** Copies the values. */
    public PosteriorQuestion {
        held = Map.copyOf(held);
    }
}
