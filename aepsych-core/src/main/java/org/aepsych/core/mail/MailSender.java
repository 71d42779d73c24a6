package org.aepsych.core.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.AepsychException;
import org.aepsych.api.storage.OutboxStore;
import org.aepsych.api.storage.OutboxStore.Effect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, one mail after another, and tries again what failed, after ever longer pauses. A mail is
 * sent once, unless the server dies between the mail server's yes and the note of it; then it may be sent twice, which is
 * better than never. Several servers share the work. Thread-safe.
 */
public final class MailSender implements AutoCloseable {
    /** After these pauses a mail is tried again; then it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);
    /** Longer than sending one mail can take. */
    private static final Duration CLAIM = Duration.ofMinutes(3);

    private static final int AT_ONCE = 50;
    private static final int SECONDS_TO_FINISH = 30;

    private final Outbox outbox;
    private final MailTransport transport;
    private final InstantSource clock;
    private final ScheduledExecutorService thread;

    /**
     * A sender that does nothing until it is started.
     *
     * @param outbox where mails wait
     * @param transport hands them to the mail server
     * @param clock tells when to try again
     */
    public MailSender(Outbox outbox, MailTransport transport, InstantSource clock) {
        this.outbox = outbox;
        this.transport = transport;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread named = new Thread(work, "mail");
            named.setDaemon(true);
            return named;
        });
    }

    /** Begins to send, also what was decided before. */
    public void start() {
        outbox.onMail(this::soon);
        Future<?> unused = thread.scheduleWithFixedDelay(this::sendAll, 0, BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
    }

    private void soon() {
        try {
            thread.execute(this::sendAll);
        } catch (RejectedExecutionException e) {
            LOG.trace("the next start sends it", e);
        }
    }

    /** Sends everything that is due. */
    void sendAll() {
        try {
            outbox.store().ifPresent(store -> {
                List<Effect> due = store.due(clock.instant(), AT_ONCE);
                while (!due.isEmpty() && !thread.isShutdown()) {
                    due.stream()
                            .filter(effect -> effect.kind().equals(Outbox.KIND))
                            .filter(effect ->
                                    store.claim(effect, clock.instant().plus(CLAIM)))
                            .forEach(effect -> send(store, effect));
                    due = store.due(clock.instant(), AT_ONCE);
                }
            });
        } catch (AepsychException e) {
            LOG.warn("the outbox cannot be read; trying again soon: {}", e.getMessage());
        } catch (RuntimeException e) {
            // Thrown on, it would end the sending for good.
            LOG.error("the mails that are due were not all sent; trying again soon", e);
        }
    }

    private void send(OutboxStore store, Effect effect) {
        Instant now = clock.instant();
        try {
            transport.send(outbox.read(effect.contents()));
            store.close(effect.id(), clock.instant(), Optional.empty());
            LOG.info("mail {} was sent", effect.id());
        } catch (MailException e) {
            int attempt = effect.attempts() + 1;
            if (e.lasting() || attempt > PAUSES.size()) {
                store.close(effect.id(), now, Optional.of(said(e)));
                LOG.warn("mail {} is given up after {} attempts", effect.id(), attempt);
            } else {
                Duration pause = PAUSES.get(attempt - 1);
                store.failed(effect.id(), now.plus(pause), said(e));
                LOG.warn(
                        "mail {}: attempt {} failed; the next one is in {} minutes",
                        effect.id(),
                        attempt,
                        pause.toMinutes());
            }
        }
    }

    private static String said(MailException e) {
        return Optional.ofNullable(e.getMessage()).orElse("no reason given");
    }

    /** Lets the mail that is being sent have its answer; the others wait for the next start. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
