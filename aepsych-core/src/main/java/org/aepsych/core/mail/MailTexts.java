package org.aepsych.core.mail;

import java.net.URI;

/** What mails to those who run the laboratory say. */
final class MailTexts {
    private MailTexts() {}

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

    private static String lines(String... lines) {
        return String.join("\n", lines).strip() + "\n";
    }
}
