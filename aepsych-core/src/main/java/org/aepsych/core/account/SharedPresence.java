package org.aepsych.core.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.AepsychException;
import org.aepsych.api.storage.PresenceStore;
import org.aepsych.api.storage.PresenceStore.Seen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells servers that share a storage who was heard of by the others, every few seconds: so nobody counts as silent, or as
 * away, who has a page of another server open. Does nothing until it is started.
 */
public final class SharedPresence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedPresence.class);
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    /** Clocks of servers differ, and a sign of life is written a little after it was given. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    /** What is older when a server starts does not matter to it: it judges nobody before the shortest silence. */
    private static final Duration AT_THE_START = Duration.ofHours(1);

    private final Presence presence;
    private final PresenceStore store;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "presence");
        named.setDaemon(true);
        return named;
    });
    private Instant told = Instant.EPOCH;
    private Instant heard;

    /**
     * Joins the other servers.
     *
     * @param presence who was heard of here
     * @param store what all servers know
     * @param clock tells what is new
     */
    public SharedPresence(Presence presence, PresenceStore store, InstantSource clock) {
        this.presence = presence;
        this.store = store;
        this.clock = clock;
        this.heard = clock.instant().minus(AT_THE_START);
    }

    /** Learns at once what the others know, and then exchanges it every few seconds. */
    public void start() {
        exchange();
        Future<?> unused = thread.scheduleWithFixedDelay(
                this::exchange, BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells what is new here and learns what is new elsewhere; what fails is made up for by the next time. */
    synchronized void exchange() {
        try {
            Instant now = clock.instant();
            List<Seen> fresh = presence.heardHere(told);
            if (!fresh.isEmpty()) {
                store.put(fresh);
            }
            told = now;
            presence.heardElsewhere(store.since(heard.minus(OVERLAP)));
            heard = now;
        } catch (AepsychException e) {
            LOG.warn("cannot tell the other servers who is here; trying again soon: {}", e.getMessage());
        } catch (RuntimeException e) {
            // Thrown on, it would end the exchange for good.
            LOG.error("cannot tell the other servers who is here; trying again soon", e);
        }
    }

    /** Tells nobody any more; may be called twice. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
