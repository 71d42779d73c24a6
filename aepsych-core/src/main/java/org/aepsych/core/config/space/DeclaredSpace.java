package org.aepsych.core.config.space;

import java.util.List;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.ParameterSpace;

/**
 * The parameter space of a file, and what should be said about how the file declares it.
 *
 * @param space the parameters in the order of {@code parnames}
 * @param warnings what was read in another way than somebody may expect
 */
public record DeclaredSpace(ParameterSpace space, List<Problem> warnings) {
    /** Copies the warnings. */
    public DeclaredSpace {
        warnings = List.copyOf(warnings);
    }
}
