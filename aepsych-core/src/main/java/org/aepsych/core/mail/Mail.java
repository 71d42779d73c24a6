package org.aepsych.core.mail;

/**
 * A mail to one person.
 *
 * @param to their address
 * @param subject one line
 * @param text plain text
 */
public record Mail(String to, String subject, String text) {
    /** Says nothing: addresses and what is written to people do not belong in logs. */
    @Override
    public String toString() {
        return "Mail";
    }
}
