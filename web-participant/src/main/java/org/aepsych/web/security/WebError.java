package org.aepsych.web.security;

import org.aepsych.api.ErrorCode;
import org.aepsych.api.ErrorKind;

/** The error codes that only the web server has. */
public enum WebError implements ErrorCode {
    /** A form was not served to the visitor who sends it. */
    FORM_NOT_OURS(ErrorKind.FORBIDDEN),

    /** A link that works once has been used, is too old, or never was one. */
    LINK_USED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    WebError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
