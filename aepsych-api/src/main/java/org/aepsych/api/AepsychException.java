package org.aepsych.api;

import java.util.Objects;

/** The one exception that crosses public doors: a code, and a sentence that says what to do. */
public class AepsychException extends RuntimeException {
    private final transient ErrorCode code;

    /**
     * An error that nothing else caused.
     *
     * @param code which error
     * @param message a sentence naming the field, the value and what is allowed; it is shown to users
     */
    public AepsychException(ErrorCode code, String message) {
        super(Objects.requireNonNull(message));
        this.code = Objects.requireNonNull(code);
    }

    /**
     * An error with a cause.
     *
     * @param code which error
     * @param message a sentence naming the field, the value and what is allowed; it is shown to users
     * @param cause what went wrong below
     */
    public AepsychException(ErrorCode code, String message, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
        this.code = Objects.requireNonNull(code);
    }

    /**
     * Returns which error this is.
     *
     * @return the code
     */
    public ErrorCode code() {
        return code;
    }

    /**
     * Returns the sentence shown to users.
     *
     * @return never null
     */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
