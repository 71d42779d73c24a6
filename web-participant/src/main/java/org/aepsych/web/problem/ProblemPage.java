package org.aepsych.web.problem;

import java.util.List;
import org.aepsych.web.view.Frame;

/**
 * What an error page shows.
 *
 * @param frame around it
 * @param status HTTP status
 * @param heading what happened, in a few words
 * @param message what to do
 * @param problems everything that is wrong, if that is known in detail
 * @param request id under which the log knows more
 */
public record ProblemPage(
        Frame frame, int status, String heading, String message, List<String> problems, String request) {
    /** Copies the list. */
    public ProblemPage {
        problems = List.copyOf(problems);
    }
}
