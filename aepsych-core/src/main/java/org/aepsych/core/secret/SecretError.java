package org.aepsych.core.secret;

import org.aepsych.api.ErrorCode;
import org.aepsych.api.ErrorKind;

/** What goes wrong with sealed secrets. */
public enum SecretError implements ErrorCode {
    /** A secret cannot be opened: its key is not here, or it was altered. */
    SECRET_SEALED;

    @Override
    public ErrorKind kind() {
        return ErrorKind.CONFIGURATION;
    }
}
