package org.aepsych.core.adaptive;

import java.util.List;

/**
 * What a tell says.
 *
 * @param trials in order
 * @param modelData whether strategies learn of them
 * @param extraData JSON object text of what the client sent along
 */
record Tell(List<Trial> trials, boolean modelData, String extraData) {
    Tell {
        trials = List.copyOf(trials);
    }
}
