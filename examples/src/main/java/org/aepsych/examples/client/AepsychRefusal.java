package org.aepsych.examples.client;

/** The server did not do what it was asked for; nothing was changed. */
public final class AepsychRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    AepsychRefusal(String reason) {
        super(reason);
    }

    AepsychRefusal(String reason, Throwable cause) {
        super(reason, cause);
    }
}
