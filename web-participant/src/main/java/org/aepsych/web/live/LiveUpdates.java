package org.aepsych.web.live;

import io.javalin.http.sse.SseClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells open pages and waiting programs that what they show has moved on. News says only that there is some, at most a
 * few times a second; the page then asks for what it may see. Thread-safe.
 */
@Singleton
public final class LiveUpdates implements AutoCloseable {
    private static final Duration GATHERING = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int SENDERS = 4;

    private final Map<Topic, Audience> audiences = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor senders;

    /** Starts the threads that send. */
    @Inject
    public LiveUpdates() {
        senders = new ScheduledThreadPoolExecutor(SENDERS, work -> {
            Thread thread = new Thread(work, "live-updates");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = senders.scheduleWithFixedDelay(
                () -> audiences.values().forEach(Audience::keepAlive),
                HEARTBEAT.toMillis(),
                HEARTBEAT.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /**
     * Adds an open page.
     *
     * @param topic what it shows
     * @param client the page's connection
     */
    public void watch(Topic topic, SseClient client) {
        watch(topic, client, () -> {});
    }

    /**
     * Adds an open page of somebody whose presence matters.
     *
     * @param topic what it shows
     * @param client the page's connection
     * @param present run now, and now and then as long as the page is open
     */
    public void watch(Topic topic, SseClient client, Runnable present) {
        client.keepAlive();
        Audience audience = audience(topic);
        audience.pages.put(client, present);
        client.onClose(() -> audience.pages.remove(client));
        client.sendComment("watching");
        present.run();
    }

    /**
     * Returns how many pages are open.
     *
     * @return those that listen at the moment
     */
    public int watching() {
        return audiences.values().stream()
                .mapToInt(audience -> audience.pages.size())
                .sum();
    }

    /**
     * Returns when there is news, or when time is up.
     *
     * @param topic of what
     * @param longest how long to wait
     * @return completes on a thread of this object; cancelling it gives up
     */
    public CompletableFuture<Void> news(Topic topic, Duration longest) {
        CompletableFuture<Void> news = new CompletableFuture<>();
        Audience audience = audience(topic);
        Object place = new Object();
        audience.waiting.put(place, news);
        return news.completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((nothing, error) -> audience.waiting.remove(place));
    }

    /**
     * Announces that something has moved on; returns at once.
     *
     * @param topic what
     */
    public void changed(Topic topic) {
        Audience audience = audiences.get(topic);
        if (audience != null && audience.announced.compareAndSet(false, true)) {
            try {
                Future<?> unused = senders.schedule(audience::tell, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
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

    private Audience audience(Topic topic) {
        return audiences.computeIfAbsent(topic, id -> new Audience());
    }

    private static final class Audience {
        private final Map<SseClient, Runnable> pages = new ConcurrentHashMap<>();
        private final Map<Object, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
        private final AtomicBoolean announced = new AtomicBoolean();

        void tell() {
            announced.set(false);
            waiting.values().forEach(news -> news.complete(null));
            pages.keySet().forEach(client -> client.sendEvent("news", ""));
        }

        void keepAlive() {
            pages.forEach((client, present) -> {
                client.sendComment("still here");
                if (!client.terminated()) {
                    present.run();
                }
            });
        }

        void leave() {
            waiting.values().forEach(news -> news.complete(null));
            pages.keySet().forEach(SseClient::close);
            pages.clear();
        }
    }
}
