package org.aepsych.web.admin.gate;

import java.util.Optional;
import org.aepsych.api.config.Problem;

/**
 * Something that is wrong in a form.
 *
 * @param field name of the field
 * @param line the 1-based line in it, where known
 * @param text what was expected and what was found
 */
public record FormProblem(String field, Optional<Integer> line, String text) {
    /**
     * Finds the place of a problem in a file that is a field as a whole.
     *
     * @param problem of the file
     * @return the same in the field {@code text}
     */
    public static FormProblem inFile(Problem problem) {
        return new FormProblem("text", problem.line(), problem.toString());
    }
}
