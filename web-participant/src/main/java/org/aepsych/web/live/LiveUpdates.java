package org.aepsych.web.live;

import io.javalin.http.sse.SseClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aepsych.api.experiment.StreamId;

/**
 * Tells open pages that their experiment has moved on, by server-sent events. An event says only that there is news, at
 * most a few times a second; the page then asks for what it may see. Thread-safe.
 */
@Singleton
public final class LiveUpdates implements AutoCloseable {
    private static final Duration GATHERING = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int SENDERS = 4;

    private final Map<StreamId, Audience> audiences = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor senders;

    /** Starts the threads that send. */
    @Inject
    public LiveUpdates() {
        senders = new ScheduledThreadPoolExecutor(SENDERS, work -> {
            Thread thread = new Thread(work, "live-updates");
            thread.setDaemon(true);
            return thread;
        });
        senders.scheduleWithFixedDelay(
                () -> audiences.values().forEach(Audience::keepAlive),
                HEARTBEAT.toMillis(),
                HEARTBEAT.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /**
     * Adds an open page.
     *
     * @param stream the experiment that it shows
     * @param client the page's connection
     */
    public void watch(StreamId stream, SseClient client) {
        client.keepAlive();
        Audience audience = audiences.computeIfAbsent(stream, id -> new Audience());
        audience.clients.add(client);
        client.onClose(() -> audience.clients.remove(client));
        client.sendComment("watching");
    }

    /**
     * Announces that a stream has grown; returns at once.
     *
     * @param stream which
     */
    public void changed(StreamId stream) {
        Audience audience = audiences.get(stream);
        if (audience != null && audience.announced.compareAndSet(false, true)) {
            try {
                senders.schedule(audience::tell, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                audience.announced.set(false);
            }
        }
    }

    /** Ends all connections. */
    @Override
    public void close() {
        senders.shutdownNow();
        audiences.values().forEach(Audience::leave);
    }

    private static final class Audience {
        private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean announced = new AtomicBoolean();

        void tell() {
            announced.set(false);
            clients.forEach(client -> client.sendEvent("news", ""));
        }

        void keepAlive() {
            clients.forEach(client -> client.sendComment("still here"));
        }

        void leave() {
            clients.forEach(SseClient::close);
            clients.clear();
        }
    }
}
