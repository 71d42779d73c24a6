package org.aepsych.api;

import static org.aepsych.api.ErrorKind.CONFIGURATION;
import static org.aepsych.api.ErrorKind.CONFLICT;
import static org.aepsych.api.ErrorKind.FORBIDDEN;
import static org.aepsych.api.ErrorKind.INTERNAL;
import static org.aepsych.api.ErrorKind.INVALID_INPUT;
import static org.aepsych.api.ErrorKind.NOT_FOUND;
import static org.aepsych.api.ErrorKind.PLUGIN;
import static org.aepsych.api.ErrorKind.UNAUTHENTICATED;
import static org.aepsych.api.ErrorKind.UNAVAILABLE;

/** The error codes of the program itself. */
public enum StandardError implements ErrorCode {
    /** A value in a request is missing, ill-typed or out of range. */
    INPUT_INVALID(INVALID_INPUT),
    /** A definition or settings file has problems; see {@link org.aepsych.api.config.ConfigException#problems()}. */
    CONFIG_INVALID(CONFIGURATION),
    /** Nobody is logged in, or the credentials are wrong. */
    LOGIN_REQUIRED(UNAUTHENTICATED),
    /** The caller's role does not allow this. */
    NOT_ALLOWED(FORBIDDEN),
    /** No experiment has the given id. */
    EXPERIMENT_NOT_FOUND(NOT_FOUND),
    /** No participant has the given id or identifier. */
    PARTICIPANT_NOT_FOUND(NOT_FOUND),
    /** Nothing of that name exists. */
    NOT_FOUND_HERE(NOT_FOUND),
    /** Somebody else has written to the stream since the caller read it. */
    STREAM_MOVED(CONFLICT),
    /** An experiment with that id exists. */
    EXPERIMENT_EXISTS(CONFLICT),
    /** A participant with that identifier exists in the experiment. */
    PARTICIPANT_EXISTS(CONFLICT),
    /** The round is over or has not begun. */
    ROUND_CLOSED(CONFLICT),
    /** The request does not fit the state that the experiment is in. */
    STATE_CONFLICT(CONFLICT),
    /** No backup could be written before something would have been deleted; nothing has changed. */
    BACKUP_FAILED(CONFLICT),
    /** The log has been altered: a hash or a sequence does not fit. */
    LOG_TAMPERED(INTERNAL),
    /** A plugin is malformed, or what it contributes failed. */
    PLUGIN_INVALID(PLUGIN),
    /** The storage lacks a capability that was asked for. */
    UNSUPPORTED(CONFIGURATION),
    /** The storage cannot be reached or refused to write. */
    STORAGE_UNAVAILABLE(UNAVAILABLE),
    /** The program or a part of it has been closed. */
    CLOSED(UNAVAILABLE),
    /** A fault of the program. */
    INTERNAL_ERROR(INTERNAL);

    private final ErrorKind kind;

    StandardError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
