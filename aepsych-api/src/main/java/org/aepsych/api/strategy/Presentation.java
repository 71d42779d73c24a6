package org.aepsych.api.strategy;

import java.util.List;
import org.aepsych.api.space.Stimulus;

/**
 * What one trial shows.
 *
 * @param stimuli one, or two to compare
 */
public record Presentation(List<Stimulus> stimuli) {
    /** Copies the list and checks that something is shown. */
    public Presentation {
        stimuli = List.copyOf(stimuli);
        if (stimuli.isEmpty()) {
            throw new IllegalArgumentException("a presentation shows at least one stimulus");
        }
    }

    /**
     * A presentation of one stimulus.
     *
     * @param stimulus what is shown
     * @return the presentation
     */
    public static Presentation of(Stimulus stimulus) {
        return new Presentation(List.of(stimulus));
    }
}
