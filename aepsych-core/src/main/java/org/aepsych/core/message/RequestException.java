package org.aepsych.core.message;

/** A request cannot be understood. */
final class RequestException extends RuntimeException {
    private final String kind;

    /**
     * Refuses a request.
     *
     * @param kind the name that clients know for this kind of error, such as {@code KeyError}
     * @param text what is wrong
     */
    RequestException(String kind, String text) {
        super(text);
        this.kind = kind;
    }

    String kind() {
        return kind;
    }
}
