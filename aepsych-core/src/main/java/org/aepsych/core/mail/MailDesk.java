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
import org.aepsych.core.game.GameExperiments;
import org.aepsych.core.game.ParticipantAccess;
import org.aepsych.core.game.ParticipantAccess.Secret;
import org.aepsych.core.game.definition.GameDefinition;

/** Writes to participants and colleagues, if there is a mail server. Thread-safe. */
public final class MailDesk {
    private final MailSettings settings;
    private final Outbox outbox;
    private final GameExperiments games;
    private final ParticipantAccess access;

    /**
     * Takes what it works with.
     *
     * @param settings whether mails can be sent, and how
     * @param outbox where they wait
     * @param games the experiments
     * @param access makes links for participants
     */
    @Inject
    public MailDesk(MailSettings settings, Outbox outbox, GameExperiments games, ParticipantAccess access) {
        this.settings = settings;
        this.outbox = outbox;
        this.games = games;
        this.access = access;
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
        requireReady();
        List<ParticipantId> reachable = new ArrayList<>();
        List<String> unreachable = new ArrayList<>();
        for (ParticipantAccess.Invited one : access.everybody(experiment)) {
            if (participants.contains(one.id())) {
                if (EmailAddress.find(one.identifier()).isPresent()) {
                    reachable.add(one.id());
                } else {
                    unreachable.add(one.identifier());
                }
            }
        }
        GameDefinition definition = games.definition(experiment);
        for (Secret secret : access.links(experiment, reachable)) {
            URI link = URI.create(base + "/e/" + experiment.value() + "/in?key=" + secret.secret());
            outbox.put(
                    Optional.of(games.stream(experiment)),
                    "link:" + experiment + ":" + secret.who().id() + ":"
                            + Integer.toHexString(secret.secret().hashCode()),
                    MailTexts.link(secret.who().identifier(), definition, link));
        }
        return new Sent(reachable.size(), unreachable);
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
