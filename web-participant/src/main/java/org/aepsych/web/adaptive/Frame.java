package org.aepsych.web.adaptive;

/** What a stream of bytes is cut into. */
sealed interface Frame {
    /**
     * One whole JSON document, as far as brackets and words go.
     *
     * @param text the document
     */
    record Document(String text) implements Frame {}

    /**
     * Something that is no JSON, up to the end of its line or of what has arrived.
     *
     * @param text what came
     * @param reason what is wrong with it
     */
    record Garbage(String text, String reason) implements Frame {}

    /**
     * More than a document may hold; the stream cannot be used any more.
     *
     * @param reason what is wrong
     */
    record TooLong(String reason) implements Frame {}
}
