package org.aepsych.web.live;

import io.javalin.http.sse.SseClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.aepsych.api.experiment.ParticipantId;

/**
 * Tells open pages and waiting programs that what they show has moved on. News says only that there is some; the page
 * then asks for what it may see. What happens all the time and is the same for everybody, such as how many have played,
 * is sent along instead. Thread-safe.
 */
@Singleton
public final class LiveUpdates implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int TIMERS = 2;

    /** A page whose network is stuck holds one of them until its connection breaks. */
    private static final int SENDERS = 32;

    private final Map<Topic, Audience> audiences = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(TIMERS, threads("live-timer"));
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, threads("live-sender"));

    /** Starts the threads that send. */
    @Inject
    public LiveUpdates() {
        Future<?> unused = timer.scheduleWithFixedDelay(
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
     * @param watcher who looks at it
     * @param since the version that it shows, as text; if that is not the present one, it is told to look again
     */
    public void watch(Topic topic, SseClient client, Watcher watcher, String since) {
        client.keepAlive();
        client.sendComment("watching");
        OpenPage page = new OpenPage(client, watcher, senders);
        audience(topic).add(client, page);
        watcher.present().run();
        if (!version(topic, watcher.participant()).equals(since)) {
            page.news(0);
        }
    }

    /**
     * Returns the version of what a page shows; to be asked before looking at what it is about to show.
     *
     * @param topic what
     * @param participant whose page it is; empty for an experimenter's
     * @return a text that another has taken the place of when there is news
     */
    public String version(Topic topic, Optional<ParticipantId> participant) {
        return Long.toString(audience(topic).version(participant));
    }

    /**
     * Returns how many pages are open.
     *
     * @return those that listen at the moment
     */
    public int watching() {
        return audiences.values().stream().mapToInt(Audience::size).sum();
    }

    /**
     * Returns when anything may have moved on, or when time is up.
     *
     * @param topic of what
     * @param longest how long to wait
     * @return completes on a thread of this object; cancelling it gives up
     */
    public CompletableFuture<Void> news(Topic topic, Duration longest) {
        return audience(topic).next().completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Announces that something has moved on; returns at once.
     *
     * @param topic what
     */
    public void changed(Topic topic) {
        add(topic, new News.Everything());
    }

    /**
     * Announces what other participants see as a figure only; returns at once.
     *
     * @param topic what
     * @param who has done it; their own pages look again
     * @param figure gives what other pages show, as JSON, at the time when they are told; empty for nothing
     */
    public void moved(Topic topic, Set<ParticipantId> who, Supplier<Optional<String>> figure) {
        add(topic, new News.Figure(who, figure));
    }

    /** Ends all connections. */
    @Override
    public void close() {
        timer.shutdownNow();
        audiences.values().forEach(Audience::leave);
        senders.shutdownNow();
    }

    private void add(Topic topic, News news) {
        Optional.ofNullable(audiences.get(topic)).ifPresent(audience -> audience.add(news));
    }

    private Audience audience(Topic topic) {
        return audiences.computeIfAbsent(topic, id -> new Audience(timer, System::nanoTime));
    }

    private static ThreadFactory threads(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
