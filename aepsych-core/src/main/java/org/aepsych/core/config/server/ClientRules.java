package org.aepsych.core.config.server;

import java.util.Optional;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;

/**
 * How clients of AEPsych's protocol are treated.
 *
 * @param secret what a client must show before anything else is answered; empty if nothing
 * @param era for which clients answers are written
 * @param answersGarbage whether what is no JSON is answered with an error; AEPsych's own server stays silent
 */
public record ClientRules(Optional<String> secret, ProtocolEra era, boolean answersGarbage) {
    /** No secret, the present protocol, and an answer to everything. */
    public static final ClientRules STANDARD = new ClientRules(Optional.empty(), ProtocolEra.OBJECTS, true);

    static final ConfigOption<String> SECRET = ConfigOption.text(
                    "secret",
                    "What clients of AEPsych's protocol must show first; without it everybody is served who reaches the"
                            + " port.")
            .orElse("")
            .asSecret();
    static final ConfigOption<ProtocolEra> PROTOCOL = new ConfigOption<>(
                    "protocol",
                    ProtocolEra.names(),
                    ProtocolEra::of,
                    Optional.empty(),
                    "The AEPsych version whose clients are answered: 0.7 for the MATLAB client.",
                    false)
            .orElse(ProtocolEra.OBJECTS);
    static final ConfigOption<Boolean> ANSWER_GARBAGE = ConfigOption.flag(
                    "answer_garbage", "Whether what is no JSON gets an error; AEPsych's own server stays silent.")
            .orElse(true);

    static ClientRules read(ConfigSection server) {
        return new ClientRules(
                Optional.of(server.get(SECRET)).filter(text -> !text.isEmpty()),
                server.get(PROTOCOL),
                server.get(ANSWER_GARBAGE));
    }

    @Override
    public String toString() {
        return "ClientRules[secret=" + (secret.isPresent() ? "****" : "none") + ", era=" + era.version()
                + ", answersGarbage=" + answersGarbage + "]";
    }
}
