package org.aepsych.web.mail;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.mail.Mail;
import org.aepsych.core.mail.ParticipantMails;
import org.aepsych.web.language.Language;
import org.aepsych.web.language.Texts;

/** Writes to participants with the texts of the pages' catalogues. */
public final class TranslatedMails implements ParticipantMails {
    private static final int MINUTES_OF_AN_HOUR = 60;

    /** All languages of the pages. */
    @Inject
    public TranslatedMails() {}

    @Override
    public Mail link(Reader reader, GameDefinition definition, URI link) {
        Texts texts = texts(reader);
        String name = name(definition, texts);
        return mail(
                reader,
                definition,
                texts.of("mail.link.subject", name),
                texts.of("mail.link.text", name),
                link.toString(),
                texts.of("mail.link.once", ParticipantAccess.LINK_LIFE.toDays()));
    }

    @Override
    public Mail password(Reader reader, GameDefinition definition, String password, URI address) {
        Texts texts = texts(reader);
        String name = name(definition, texts);
        return mail(
                reader,
                definition,
                texts.of("mail.password.subject", name),
                texts.of("mail.password.text", name),
                password,
                texts.of("mail.password.login", reader.address()),
                address.toString());
    }

    @Override
    public Mail round(
            Reader reader, GameDefinition definition, int round, Optional<Duration> atMost, Optional<URI> address) {
        Texts texts = texts(reader);
        String name = name(definition, texts);
        String begun =
                texts.of("mail.round.text", round + 1, definition.schedule().rounds());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(atMost.map(time -> begun + " " + texts.of("mail.round.atmost", duration(time, texts)))
                .orElse(begun));
        address.map(URI::toString).ifPresent(paragraphs::add);
        return mail(
                reader,
                definition,
                round == 0 ? texts.of("mail.round.first", name) : texts.of("mail.round.subject", name, round + 1),
                paragraphs.toArray(String[]::new));
    }

    private static Mail mail(Reader reader, GameDefinition definition, String subject, String... paragraphs) {
        Texts texts = texts(reader);
        List<String> all = new ArrayList<>(List.of(texts.of("mail.hello")));
        all.addAll(List.of(paragraphs));
        definition.correspondence().contact().ifPresent(address -> all.add(texts.of("mail.contact", address)));
        return new Mail(reader.address(), subject, String.join("\n\n", all) + "\n");
    }

    private static Texts texts(Reader reader) {
        return Texts.in(Language.find(reader.language()).orElse(Language.ENGLISH));
    }

    private static String name(GameDefinition definition, Texts texts) {
        return definition.in(texts.language().tag()).name().orElseGet(() -> texts.of("mail.experiment"));
    }

    private static String duration(Duration time, Texts texts) {
        long minutes = Math.max(1, time.toMinutes());
        return minutes % MINUTES_OF_AN_HOUR == 0
                ? minutes / MINUTES_OF_AN_HOUR + " " + texts.of("time.h")
                : minutes + " " + texts.of("time.min");
    }
}
