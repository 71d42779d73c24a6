package org.aepsych.core.game.definition;

import java.net.URI;
import java.util.Optional;

/**
 * How participants and experimenters write to each other.
 *
 * @param contact the experimenter's e-mail address, which instructions may show
 * @param mailRounds whether participants with an e-mail address are told when a round begins
 * @param logIn the address that mails name for logging in; empty for that of this server
 * @param language of mails to participants who have not been here yet: a tag such as {@code fr}
 */
public record Correspondence(Optional<String> contact, boolean mailRounds, Optional<URI> logIn, String language) {
    /** The language of mails to participants who have not been here yet, if the definition does not say which. */
    public static final String USUAL_LANGUAGE = "en";

    /** Nobody writes. */
    public static final Correspondence NONE = new Correspondence(Optional.empty(), false, Optional.empty());

    /**
     * With mails in English to participants who have not been here yet.
     *
     * @param contact the experimenter's e-mail address, which instructions may show
     * @param mailRounds whether participants with an e-mail address are told when a round begins
     * @param logIn the address that mails name for logging in; empty for that of this server
     */
    public Correspondence(Optional<String> contact, boolean mailRounds, Optional<URI> logIn) {
        this(contact, mailRounds, logIn, USUAL_LANGUAGE);
    }
}
