package org.aepsych.core.mail;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.aepsych.core.game.ParticipantAccess;
import org.aepsych.core.game.definition.GameDefinition;

/** What mails say. */
final class MailTexts {
    private MailTexts() {}

    static Mail link(String to, GameDefinition definition, URI link) {
        return new Mail(
                to,
                "Your link to " + name(definition),
                lines(
                        "Hello,",
                        "",
                        "you take part in " + name(definition) + ". With this link you come in:",
                        "",
                        link.toString(),
                        "",
                        "It is for you alone and works once, within " + ParticipantAccess.LINK_LIFE.toDays()
                                + " days. Then your browser knows you.",
                        contact(definition)));
    }

    static Mail round(
            String to, GameDefinition definition, int round, Optional<Duration> atMost, Optional<URI> address) {
        int shown = round + 1;
        String subject = round == 0 ? name(definition) + " begins" : name(definition) + ": round " + shown + " begins";
        return new Mail(
                to,
                subject,
                lines(
                        "Hello,",
                        "",
                        "round " + shown + " of " + definition.schedule().rounds() + " has begun."
                                + atMost.map(time -> " It lasts " + duration(time) + " at most.")
                                        .orElse(""),
                        address.map(where -> "\n" + where + "\n").orElse(""),
                        contact(definition)));
    }

    static Mail invitation(String to, URI link) {
        return new Mail(
                to,
                "You are invited to a laboratory's console",
                lines(
                        "Hello,",
                        "",
                        "you are invited to look after experiments. With this link you choose a password:",
                        "",
                        link.toString(),
                        "",
                        "It works once, within a week."));
    }

    static Mail test(String to) {
        return new Mail(
                to, "A test from the laboratory", lines("Hello,", "", "this mail arrived, so others will, too."));
    }

    private static String duration(Duration time) {
        long minutes = Math.max(1, time.toMinutes());
        long hours = minutes / 60;
        return minutes % 60 == 0 && hours > 0
                ? hours + (hours == 1 ? " hour" : " hours")
                : minutes + (minutes == 1 ? " minute" : " minutes");
    }

    private static String contact(GameDefinition definition) {
        return definition
                .correspondence()
                .contact()
                .map(address -> "\nQuestions? Write to " + address + ".")
                .orElse("");
    }

    private static String name(GameDefinition definition) {
        return definition.name().orElse("our experiment");
    }

    private static String lines(String... lines) {
        return String.join("\n", lines).strip() + "\n";
    }
}
