package org.aepsych.web.bots;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.BiConsumer;

/** Reads server-sent events line by line; may be stopped. */
final class PageEvents implements Subscriber<String> {
    private static final String EVENT = "event:";
    private static final String DATA = "data:";

    private final BiConsumer<String, String> heard;
    private final Runnable ended;
    private volatile boolean stopped;
    private Subscription subscription = new Unsubscribed();
    private String event = "";
    private String data = "";

    /**
     * A reader.
     *
     * @param heard told the name and the data of each event
     * @param ended run when the server has ended the stream, but not after {@link #stop}
     */
    PageEvents(BiConsumer<String, String> heard, Runnable ended) {
        this.heard = heard;
        this.ended = ended;
    }

    void stop() {
        stopped = true;
        subscription.cancel();
    }

    @Override
    public void onSubscribe(Subscription opened) {
        subscription = opened;
        if (stopped) {
            opened.cancel();
        } else {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(String line) {
        if (stopped) {
            return;
        }
        if (line.startsWith(EVENT)) {
            event = line.substring(EVENT.length()).strip();
        } else if (line.startsWith(DATA)) {
            data = line.substring(DATA.length()).strip();
        } else if (line.isEmpty() && !event.isEmpty()) {
            heard.accept(event, data);
            event = "";
            data = "";
        }
    }

    @Override
    public void onError(Throwable failure) {
        onComplete();
    }

    @Override
    public void onComplete() {
        if (!stopped) {
            ended.run();
        }
    }

    private static final class Unsubscribed implements Subscription {
        @Override
        public void request(long lines) {}

        @Override
        public void cancel() {}
    }
}
