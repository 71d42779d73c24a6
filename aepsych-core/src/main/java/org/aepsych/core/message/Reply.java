package org.aepsych.core.message;

/**
 * What a client is answered.
 *
 * @param text one JSON document without line breaks, ASCII only
 * @param closes whether the conversation is over and the connection is to be closed after the text was sent
 * @param refused whether the request was not served
 */
public record Reply(String text, boolean closes, boolean refused) {
    /**
     * An answer to a request that was served.
     *
     * @param text one JSON document
     * @param closes whether the conversation is over
     */
    public Reply(String text, boolean closes) {
        this(text, closes, false);
    }
}
