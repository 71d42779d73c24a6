package org.aepsych.core.mail;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.aepsych.core.game.definition.GameDefinition;

/** What mails to participants say, in their language. Thread-safe. */
public interface ParticipantMails {
    /**
     * Sends a link with which somebody comes in once.
     *
     * @param reader to whom
     * @param definition of the experiment
     * @param link theirs alone
     * @return the mail
     */
    Mail link(Reader reader, GameDefinition definition, URI link);

    /**
     * Sends a new password.
     *
     * @param reader to whom; they log in with their address
     * @param definition of the experiment
     * @param password theirs alone
     * @param address where they log in
     * @return the mail
     */
    Mail password(Reader reader, GameDefinition definition, String password, URI address);

    /**
     * Tells that a round has begun.
     *
     * @param reader to whom
     * @param definition of the experiment
     * @param round from 0
     * @param atMost how long it lasts; empty if nobody knows
     * @param address where they play; empty if nobody knows
     * @return the mail
     */
    Mail round(Reader reader, GameDefinition definition, int round, Optional<Duration> atMost, Optional<URI> address);

    /**
     * Who reads a mail.
     *
     * @param address theirs
     * @param language tag of the language in which they read
     */
    record Reader(String address, String language) {
        /** Says nothing: addresses do not belong in logs. */
        @Override
        public String toString() {
            return "Reader";
        }
    }
}
