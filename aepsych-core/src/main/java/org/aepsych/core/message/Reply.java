package org.aepsych.core.message;

/**
 * What a client is answered.
 *
 * @param text one JSON document without line breaks, ASCII only
 * @param closes whether the conversation is over and the connection is to be closed after the text was sent
 */
public record Reply(String text, boolean closes) {}
