package org.aepsych.core.adaptive.event;

import java.util.List;

/**
 * What a tell says.
 *
 * @param trials in order
 * @param modelData whether strategies learn of them
 * @param extraData JSON object text of what the client sent along
 */
public record Tell(List<Trial> trials, boolean modelData, String extraData) {
    /** Copies the list. */
    public Tell {
        trials = List.copyOf(trials);
    }
}
