package org.aepsych.core.game.definition;

import java.net.URI;
import java.util.Optional;

/**
 * How participants and experimenters write to each other.
 *
 * @param contact the experimenter's e-mail address, which instructions may show
 * @param mailRounds whether participants with an e-mail address are told when a round begins
 * @param logIn the address that mails name for logging in; empty for that of this server
 */
public record Correspondence(Optional<String> contact, boolean mailRounds, Optional<URI> logIn) {
    /** Nobody writes. */
    public static final Correspondence NONE = new Correspondence(Optional.empty(), false, Optional.empty());
}
