package org.aepsych.core.message;

/** A conversation with one client, as doors see it: text in, text out. */
public interface Conversation extends AutoCloseable {
    /**
     * Serves a request.
     *
     * @param json what the client sent, one JSON document
     * @return the answer; what it says is durable
     */
    Reply handle(String json);

    /**
     * Answers something that is no JSON document.
     *
     * @param raw what the client sent
     * @param reason what is wrong with it
     * @return an answer that says so, with the text as it was received
     */
    Reply refuse(String raw, String reason);

    /** Ends the conversation because the client is gone; its experiment can be continued by another one. */
    @Override
    void close();
}
