package org.aepsych.core.adaptive.event;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.strategy.Observation;

/**
 * One trial of a tell.
 *
 * @param parameters texts of the values as received, in the order of the request
 * @param outcomes in the order of the request
 * @param observation what the strategies learn; empty if the trial is only to be recorded
 */
public record Trial(List<NamedText> parameters, List<NamedNumber> outcomes, Optional<Observation> observation) {
    /** Copies the lists. */
    public Trial {
        parameters = List.copyOf(parameters);
        outcomes = List.copyOf(outcomes);
    }
}
