package org.aepsych.core.adaptive.presented;

import java.util.List;
import org.aepsych.core.json.Json;

/**
 * What a browser is to present.
 *
 * @param number of the trial, from 0; the answer names it
 * @param practice whether it only exercises
 * @param finished whether there is nothing more to present; then the rest says nothing
 * @param slots what to show, in the order of intervals or places: a JSON object with the properties of a stimulus, or
 *     null for nothing
 * @param duration how long, in milliseconds; 0 until the answer
 * @param parameters values of the parameters by name; a list of two for a pair
 */
public record PresentedTrial(
        int number, boolean practice, boolean finished, List<Json> slots, double duration, Json.Obj parameters) {
    /** Copies the list. */
    public PresentedTrial {
        slots = List.copyOf(slots);
    }

    static PresentedTrial none(int number) {
        return new PresentedTrial(number, false, true, List.of(), 0, Json.Obj.empty());
    }
}
