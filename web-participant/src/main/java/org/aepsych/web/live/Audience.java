package org.aepsych.web.live;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.aepsych.api.experiment.ParticipantId;

/** Everybody who watches one topic. The first news is told at once, what follows is gathered. Thread-safe. */
final class Audience {
    /** News is not told more often than this. */
    private static final int SHORTEST_GATHERING_MILLIS = 20;

    /** Telling so many pages is worth another millisecond of gathering. */
    private static final int PAGES_PER_MILLI = 10;

    /** Pages that look again spread their requests, so that the last one waits no longer than it has to. */
    private static final int MILLIS_PER_PAGE = 2;

    private static final int LONGEST_SPREAD_MILLIS = 5_000;

    /** How soon experimenters' pages follow what participants see as a figure only. */
    private static final int EXPERIMENTERS_SPREAD_MILLIS = 1_000;

    private static final int MOST_OF_ONE_PERSON = 10;

    private final ScheduledExecutorService timer;
    private final LongSupplier nanos;
    private final ConcurrentSkipListMap<Long, OpenPage> pages = new ConcurrentSkipListMap<>();
    private final AtomicLong nextPage = new AtomicLong();
    private final Map<Object, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    private final AtomicLong forAll;
    private final Map<ParticipantId, Long> forOne = new ConcurrentHashMap<>();

    /** Guarded by this object, as are the next fields. */
    private Optional<News> gathered = Optional.empty();

    private boolean told;
    private long lastTold;

    Audience(ScheduledExecutorService timer, LongSupplier nanos) {
        this.timer = timer;
        this.nanos = nanos;
        this.forAll = new AtomicLong(nanos.getAsLong());
        this.lastTold = nanos.getAsLong() - TimeUnit.HOURS.toNanos(1);
    }

    int size() {
        return pages.size();
    }

    /** Adds a page; if its participant has too many, the oldest is closed. */
    void add(SseClient client, OpenPage page) {
        long place = nextPage.incrementAndGet();
        pages.put(place, page);
        client.onClose(() -> pages.remove(place));
        if (page.watcher().participant().isPresent()) {
            List<OpenPage> own = pages.values().stream()
                    .filter(open ->
                            open.watcher().participant().equals(page.watcher().participant()))
                    .toList();
            own.subList(0, Math.max(0, own.size() - MOST_OF_ONE_PERSON)).forEach(OpenPage::close);
        }
    }

    CompletableFuture<Void> next() {
        CompletableFuture<Void> news = new CompletableFuture<>();
        Object place = new Object();
        waiting.put(place, news);
        return news.whenComplete((nothing, error) -> waiting.remove(place));
    }

    /** Returns what changes whenever a watcher's page has to look again. */
    long version(Optional<ParticipantId> participant) {
        return forAll.get()
                + participant.map(person -> forOne.getOrDefault(person, 0L)).orElse(0L);
    }

    synchronized void add(News news) {
        if (news instanceof News.Figure figure) {
            figure.who().forEach(person -> forOne.merge(person, 1L, Long::sum));
        } else {
            forAll.incrementAndGet();
        }
        gathered = Optional.of(gathered.map(before -> before.and(news)).orElse(news));
        if (told) {
            return;
        }
        told = true;
        long pause = TimeUnit.MILLISECONDS.toNanos(SHORTEST_GATHERING_MILLIS + pages.size() / PAGES_PER_MILLI);
        long rest = Math.max(0, lastTold + pause - nanos.getAsLong());
        try {
            Future<?> unused = timer.schedule(this::tellGathered, rest, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            told = false;
        }
    }

    private synchronized Optional<News> take() {
        Optional<News> news = gathered;
        gathered = Optional.empty();
        told = false;
        lastTold = nanos.getAsLong();
        return news;
    }

    private void tellGathered() {
        take().ifPresent(news -> {
            if (news instanceof News.Figure figure) {
                tell(figure);
            } else {
                int within = Math.min(LONGEST_SPREAD_MILLIS, MILLIS_PER_PAGE * pages.size());
                waiting.values().forEach(waiter -> waiter.complete(null));
                pages.values().forEach(page -> page.news(within));
            }
        });
    }

    private void tell(News.Figure news) {
        Optional<String> figure = news.figure().get();
        for (OpenPage page : pages.values()) {
            Optional<ParticipantId> participant = page.watcher().participant();
            if (participant.isEmpty()) {
                page.news(EXPERIMENTERS_SPREAD_MILLIS);
            } else {
                figure.ifPresent(page::figure);
                if (participant.filter(news.who()::contains).isPresent()) {
                    page.news(0);
                }
            }
        }
    }

    void keepAlive() {
        pages.values().forEach(OpenPage::keepAlive);
    }

    void leave() {
        waiting.values().forEach(news -> news.complete(null));
        pages.values().forEach(OpenPage::close);
        pages.clear();
    }
}
