package org.aepsych.core.mail;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.EmailAddress;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.participation.ParticipantAccess.Invited;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameAdminView.AdminParticipant;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.mail.ParticipantMails.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells participants with an e-mail address that a round has begun, if the definition says {@code mailround}. It follows the
 * log, and a round has one mail for each participant: so neither a crash nor a second server loses or doubles any. If several
 * rounds begin while no server runs, only the present one is told of.
 */
public final class RoundMails implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RoundMails.class);

    private final MailSettings settings;
    private final Outbox outbox;
    private final GameExperiments games;
    private final ParticipantAccess access;
    private final ParticipantMails texts;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "round-mails");
        named.setDaemon(true);
        return named;
    });

    /** Definitions are never changed, so what was found once stays true. */
    private final Map<ExperimentId, Boolean> wanted = new ConcurrentHashMap<>();

    private final Map<ExperimentId, Instant> told = new ConcurrentHashMap<>();
    private final Set<ExperimentId> waiting = ConcurrentHashMap.newKeySet();

    /**
     * Does nothing until it is started.
     *
     * @param settings what mails say of the server
     * @param outbox where mails wait
     * @param games the experiments
     * @param access knows in which language participants read
     * @param texts what mails to participants say
     */
    @Inject
    public RoundMails(
            MailSettings settings,
            Outbox outbox,
            GameExperiments games,
            ParticipantAccess access,
            ParticipantMails texts) {
        this.settings = settings;
        this.outbox = outbox;
        this.games = games;
        this.access = access;
        this.texts = texts;
    }

    /** Begins with the rounds that are being played. */
    public void start() {
        games.onChange(this::changed);
        games.list().stream().map(GameSummary::id).forEach(this::changed);
    }

    /** Called for every play, so it does no more than necessary. */
    private void changed(ExperimentId experiment) {
        if (Boolean.FALSE.equals(wanted.get(experiment)) || !waiting.add(experiment)) {
            return;
        }
        try {
            thread.execute(() -> look(experiment));
        } catch (RejectedExecutionException e) {
            LOG.trace("the next start sees to it", e);
        }
    }

    private void look(ExperimentId experiment) {
        waiting.remove(experiment);
        try {
            boolean wants = wanted.computeIfAbsent(
                    experiment, id -> games.definition(id).correspondence().mailRounds());
            if (wants) {
                tell(experiment);
            }
        } catch (AepsychException e) {
            LOG.warn("experiment {}: cannot see whether a round has begun: {}", experiment, e.getMessage());
        }
    }

    private void tell(ExperimentId experiment) {
        GameSummary summary = games.summary(experiment);
        Optional<Instant> began = summary.clock().began();
        if (!summary.clock().running() || began.isEmpty() || began.equals(Optional.ofNullable(told.get(experiment)))) {
            return;
        }
        GameAdminView view = games.adminView(experiment);
        GameDefinition definition = view.definition();
        Optional<Duration> atMost = summary.clock().deadline().map(end -> Duration.between(began.get(), end));
        Optional<URI> address = definition
                .correspondence()
                .logIn()
                .or(() -> settings.publicUrl().map(base -> URI.create(base + "/e/" + experiment.value())));
        Set<ParticipantId> playing = view.participants().stream()
                .filter(AdminParticipant::enabled)
                .map(AdminParticipant::id)
                .collect(Collectors.toSet());
        for (Invited one : access.find(experiment, playing)) {
            String language = one.language().orElse(definition.correspondence().language());
            EmailAddress.find(one.identifier())
                    .ifPresent(to -> outbox.put(
                            Optional.of(summary.stream()),
                            "round:" + summary.stream() + ":" + began.get() + ":" + one.id(),
                            texts.round(
                                    new Reader(to, language),
                                    definition,
                                    summary.clock().round(),
                                    atMost,
                                    address)));
        }
        told.put(experiment, began.get());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
