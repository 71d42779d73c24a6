package org.aepsych.web.live;

import io.javalin.http.sse.SseClient;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The connection of a page that listens. What is to be sent waits here while an earlier message is still on its way, and
 * the latest replaces what it makes needless, so that a page behind a slow network delays nobody and costs no memory.
 */
final class OpenPage {
    private final SseClient client;
    private final Watcher watcher;
    private final Executor senders;

    /** Guarded by this object, as is the next field. */
    private Outbound waiting = Outbound.NOTHING;

    private boolean sending;

    OpenPage(SseClient client, Watcher watcher, Executor senders) {
        this.client = client;
        this.watcher = watcher;
        this.senders = senders;
    }

    Watcher watcher() {
        return watcher;
    }

    /** Lets the page look again. */
    void news(int withinMillis) {
        send(new Outbound(OptionalInt.of(withinMillis), Optional.empty(), false));
    }

    /** Shows a figure on the page. */
    void figure(String json) {
        send(new Outbound(OptionalInt.empty(), Optional.of(json), false));
    }

    /** Keeps the connection open, and the watcher present. */
    void keepAlive() {
        send(new Outbound(OptionalInt.empty(), Optional.empty(), true));
    }

    void close() {
        client.close();
    }

    private void send(Outbound message) {
        synchronized (this) {
            waiting = waiting.and(message);
            if (sending) {
                return;
            }
            sending = true;
        }
        try {
            senders.execute(this::send);
        } catch (RejectedExecutionException closing) {
            client.close();
        }
    }

    private void send() {
        for (Outbound next = next(); !next.isNothing(); next = next()) {
            next.to(client);
            if (next.alive() && !client.terminated()) {
                watcher.present().run();
            }
        }
    }

    private synchronized Outbound next() {
        Outbound next = waiting;
        waiting = Outbound.NOTHING;
        sending = !next.isNothing();
        return next;
    }

    /**
     * What is to be sent.
     *
     * @param within the page looks again within so many milliseconds
     * @param figure to be shown, as JSON
     * @param alive whether to say that the connection still stands
     */
    private record Outbound(OptionalInt within, Optional<String> figure, boolean alive) {
        static final Outbound NOTHING = new Outbound(OptionalInt.empty(), Optional.empty(), false);

        boolean isNothing() {
            return within.isEmpty() && figure.isEmpty() && !alive;
        }

        Outbound and(Outbound later) {
            return new Outbound(
                    later.within.isPresent() ? later.within : within,
                    later.figure.or(() -> figure),
                    alive || later.alive);
        }

        void to(SseClient client) {
            if (client.terminated()) {
                return;
            }
            figure.ifPresent(json -> client.sendEvent("figure", json));
            within.ifPresent(millis -> client.sendEvent("news", Integer.toString(millis)));
            if (alive) {
                client.sendComment("still here");
            }
        }
    }
}
