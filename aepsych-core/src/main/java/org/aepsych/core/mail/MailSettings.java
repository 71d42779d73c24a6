package org.aepsych.core.mail;

import java.net.URI;
import java.util.Optional;

/**
 * Whether mails can be sent, and what they say of the server.
 *
 * @param transport to the mail server; empty if there is none
 * @param publicUrl address of the server as the outside knows it, without a slash at its end
 */
public record MailSettings(Optional<MailTransport> transport, Optional<URI> publicUrl) {
    /** No mails. */
    public static final MailSettings NONE = new MailSettings(Optional.empty(), Optional.empty());
}
