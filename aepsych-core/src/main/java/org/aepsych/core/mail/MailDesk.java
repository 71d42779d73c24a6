package org.aepsych.core.mail;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.EmailAddress;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.participation.ParticipantAccess.Secret;
import org.aepsych.core.mail.ParticipantMails.Reader;
import org.aepsych.core.secret.SecretSource;

/** Writes to participants and colleagues, if there is a mail server. Thread-safe. */
public final class MailDesk {
    private final MailSettings settings;
    private final Outbox outbox;
    private final GameExperiments games;
    private final ParticipantAccess access;
    private final ParticipantMails texts;
    private final SecretSource secrets;

    /**
     * Takes what it works with.
     *
     * @param settings whether mails can be sent, and how
     * @param outbox where they wait
     * @param games the experiments
     * @param access makes links and passwords for participants
     * @param texts what mails to participants say
     * @param secrets makes what mails are told apart by
     */
    @Inject
    public MailDesk(
            MailSettings settings,
            Outbox outbox,
            GameExperiments games,
            ParticipantAccess access,
            ParticipantMails texts,
            SecretSource secrets) {
        this.settings = settings;
        this.outbox = outbox;
        this.games = games;
        this.access = access;
        this.texts = texts;
        this.secrets = secrets;
    }

    /**
     * Whom was written to.
     *
     * @param written how many mails wait to be sent now
     * @param unreachable participants whose name is no e-mail address
     */
    public record Sent(int written, List<String> unreachable) {
        /** Copies the list. */
        public Sent {
            unreachable = List.copyOf(unreachable);
        }
    }

    /**
     * How many mails there are.
     *
     * @param waiting not sent yet
     * @param failing those of them that failed at least once
     * @param done sent since the beginning
     * @param givenUp never taken by the mail server
     */
    public record MailCounts(long waiting, long failing, long done, long givenUp) {}

    /**
     * Tells whether mails can be sent.
     *
     * @return whether the settings name a mail server and the storage has an outbox
     */
    public boolean ready() {
        return settings.transport().isPresent() && outbox.store().isPresent();
    }

    /**
     * Sends participants links with which they come in once; earlier links of theirs go on to work.
     *
     * @param experiment which
     * @param participants to whom
     * @param base address of the server as the outside knows it, without a slash at its end
     * @return whom was written to
     * @throws AepsychException {@code STATE_CONFLICT} if mails cannot be sent
     */
    public Sent links(ExperimentId experiment, Collection<ParticipantId> participants, String base) {
        Addressees addressees = addressees(experiment, participants);
        GameDefinition definition = games.definition(experiment);
        for (Secret secret : access.links(experiment, addressees.reachable())) {
            URI link = URI.create(base + "/e/" + experiment.value() + "/in?key=" + secret.secret());
            put(experiment, "link", secret, texts.link(reader(secret, definition), definition, link));
        }
        return addressees.sent();
    }

    /**
     * Gives participants new passwords and sends them; the old ones no longer work. Who cannot be reached keeps theirs.
     *
     * @param experiment which
     * @param participants whose
     * @param base address of the server as the outside knows it, without a slash at its end
     * @return whom was written to
     * @throws AepsychException {@code STATE_CONFLICT} if mails cannot be sent, and then no password changes
     */
    public Sent passwords(ExperimentId experiment, Collection<ParticipantId> participants, String base) {
        Addressees addressees = addressees(experiment, participants);
        GameDefinition definition = games.definition(experiment);
        URI address =
                definition.correspondence().logIn().orElseGet(() -> URI.create(base + "/e/" + experiment.value()));
        for (Secret secret : access.resetPasswords(experiment, addressees.reachable())) {
            Mail mail = texts.password(reader(secret, definition), definition, secret.secret(), address);
            put(experiment, "password", secret, mail);
        }
        return addressees.sent();
    }

    /** Who can be written to, and what those are called who cannot. */
    private record Addressees(List<ParticipantId> reachable, List<String> unreachable) {
        Sent sent() {
            return new Sent(reachable.size(), unreachable);
        }
    }

    private Addressees addressees(ExperimentId experiment, Collection<ParticipantId> participants) {
        requireReady();
        Addressees addressees = new Addressees(new ArrayList<>(), new ArrayList<>());
        for (ParticipantAccess.Invited one : access.find(experiment, participants)) {
            if (EmailAddress.find(one.identifier()).isPresent()) {
                addressees.reachable().add(one.id());
            } else {
                addressees.unreachable().add(one.identifier());
            }
        }
        return addressees;
    }

    private static Reader reader(Secret secret, GameDefinition definition) {
        return new Reader(
                secret.who().identifier(),
                secret.who().language().orElse(definition.correspondence().language()));
    }

    /** Each secret is a mail of its own, and its key says nothing about it. */
    private void put(ExperimentId experiment, String what, Secret secret, Mail mail) {
        boolean unused = outbox.put(
                Optional.of(games.stream(experiment)),
                what + ":" + experiment + ":" + secret.who().id() + ":"
                        + SecretToken.draw(secrets).hash(),
                mail);
    }

    /**
     * Sends a colleague the link with which they create their account.
     *
     * @param to their address
     * @param link the invitation, which works once
     * @throws AepsychException {@code STATE_CONFLICT} if mails cannot be sent
     */
    public void invitation(String to, URI link) {
        requireReady();
        outbox.put(
                Optional.empty(),
                "invitation:" + to + ":" + Integer.toHexString(link.hashCode()),
                MailTexts.invitation(to, link));
    }

    /**
     * Sends a mail at once, to see whether it works.
     *
     * @param to an address
     * @throws AepsychException {@code INPUT_INVALID} if that is no address; {@code STATE_CONFLICT} with what the mail
     *     server said if it does not take it
     */
    public void test(String to) {
        MailTransport transport = settings.transport().orElseThrow(MailDesk::noServer);
        String address = EmailAddress.find(to)
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID, "to: expected an e-mail address such as name@example.org"));
        try {
            transport.send(MailTexts.test(address));
        } catch (MailException e) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    Optional.ofNullable(e.getMessage()).orElse("no reason given"),
                    e);
        }
    }

    /**
     * Counts the mails.
     *
     * @return empty if the storage has no outbox
     */
    public Optional<MailCounts> counts() {
        return outbox.store()
                .map(store -> store.counts())
                .map(counts -> new MailCounts(counts.waiting(), counts.failing(), counts.done(), counts.givenUp()));
    }

    private void requireReady() {
        if (!ready()) {
            throw noServer();
        }
    }

    private static AepsychException noServer() {
        return new AepsychException(
                StandardError.STATE_CONFLICT, "No mail can be sent: the settings name no mail server, [mail] host.");
    }
}
