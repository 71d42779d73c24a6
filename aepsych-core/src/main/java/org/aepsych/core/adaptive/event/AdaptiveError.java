package org.aepsych.core.adaptive.event;

import org.aepsych.api.ErrorCode;
import org.aepsych.api.ErrorKind;

/** What may be wrong with a request to an adaptive experiment. */
public enum AdaptiveError implements ErrorCode {
    /** A value is not one of those allowed. */
    VALUE_REFUSED(ErrorKind.INVALID_INPUT),
    /** A value is of the wrong kind, such as a list where a number is expected. */
    KIND_REFUSED(ErrorKind.INVALID_INPUT),
    /** A name that must be there is missing. */
    NAME_MISSING(ErrorKind.INVALID_INPUT),
    /** A question to the model asks nothing that can be answered. */
    QUESTION_REFUSED(ErrorKind.INVALID_INPUT),
    /** The present step has no model, or what the request needs has not been observed yet. */
    NOT_READY(ErrorKind.CONFLICT),
    /** No adaptive experiment has that number. */
    NO_SUCH_EXPERIMENT(ErrorKind.NOT_FOUND);

    private final ErrorKind kind;

    AdaptiveError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
