package org.aepsych.api;

/** Says who can put an error right; doors map it to their own status codes and look at nothing else. */
public enum ErrorKind {
    /** The participant or client sent something that is not allowed. */
    INVALID_INPUT,
    /** The experimenter or administrator wrote a definition or setting that is not allowed. */
    CONFIGURATION,
    /** The caller has to say who they are. */
    UNAUTHENTICATED,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** What was named does not exist. */
    NOT_FOUND,
    /** The request does not fit the present state; read again, then decide. */
    CONFLICT,
    /** A plugin failed or is not valid; its author can put it right. */
    PLUGIN,
    /** A resource is away for now; the same request may succeed later. */
    UNAVAILABLE,
    /** A fault of this program. */
    INTERNAL
}
