package org.aepsych.core.mail;

/** Hands mails to a mail server. */
@FunctionalInterface
public interface MailTransport {
    /**
     * Sends a mail; returns when the mail server has taken it.
     *
     * @param mail what to send
     * @throws MailException if it has not
     */
    void send(Mail mail) throws MailException;
}
