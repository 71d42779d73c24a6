package org.aepsych.core.config.server;

import java.util.Locale;
import java.util.Optional;
import org.aepsych.api.config.ConfigSection;

/**
 * The mail server that the program sends through.
 *
 * @param host its name
 * @param port its port
 * @param encryption how the connection is protected
 * @param credentials the account to log in with, if the server wants one
 * @param sender address in {@code From}
 */
public record MailConfig(
        String host, int port, Encryption encryption, Optional<Credentials> credentials, String sender) {

    /** Reads the section {@code [mail]}; empty if no mail is to be sent. */
    static Optional<MailConfig> of(ConfigSection section) {
        String host = section.get(SettingsSchemas.MAIL_HOST).trim();
        String user = section.get(SettingsSchemas.USER);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MailConfig(
                host,
                section.get(SettingsSchemas.MAIL_PORT),
                section.get(SettingsSchemas.ENCRYPTION),
                user.isBlank()
                        ? Optional.empty()
                        : Optional.of(new MailConfig.Credentials(user, section.get(SettingsSchemas.PASSWORD))),
                section.get(SettingsSchemas.SENDER)));
    }

    /** How a connection to a mail server is protected. */
    public enum Encryption {
        /** Begins in the clear and must become TLS before anything is said. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** Not at all; for a server on the same machine. */
        NONE;

        static Encryption of(String text) {
            return valueOf(text.trim().toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An account of the mail server.
     *
     * @param user its name
     * @param password its password
     */
    public record Credentials(String user, String password) {
        /** Hides the password. */
        @Override
        public String toString() {
            return "Credentials[user=" + user + ", password=****]";
        }
    }
}
