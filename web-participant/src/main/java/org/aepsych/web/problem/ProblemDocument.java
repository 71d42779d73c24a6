package org.aepsych.web.problem;

import java.util.List;

/**
 * An error as programs read it (RFC 9457).
 *
 * @param type always {@code about:blank}: the code says which error it is
 * @param title what happened, in a few words
 * @param status HTTP status
 * @param detail a sentence
 * @param code stable name of the error
 * @param problems everything that is wrong, if that is known in detail
 * @param request id under which the log knows more
 */
record ProblemDocument(
        String type, String title, int status, String detail, String code, List<String> problems, String request) {
    ProblemDocument {
        problems = List.copyOf(problems);
    }
}
