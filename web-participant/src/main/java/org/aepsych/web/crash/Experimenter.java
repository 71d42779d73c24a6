package org.aepsych.web.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Starts each game, over the interface for programs, when all players have joined it. */
final class Experimenter implements Runnable {
    private static final long PAUSE_MILLIS = 40;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int CONFLICT = 409;

    private final CrashLoad load;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST)
            .build();

    Experimenter(CrashLoad load) {
        this.load = load;
    }

    @Override
    public void run() {
        try {
            for (String experiment : load.plan().experiments()) {
                while (load.joined(experiment) < load.plan().players()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
                boolean started = false;
                while (!started) {
                    started = load.gate().pass(() -> start(experiment));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether the experiment has started, now or by an attempt that was not answered. */
    private boolean start(String experiment) throws InterruptedException {
        URI address = load.plan().pages().resolve("/api/v1/experiments/" + experiment + "/start");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + load.plan().token())
                .POST(BodyPublishers.noBody())
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status == 200 || status == CONFLICT) {
                return true;
            }
        } catch (IOException e) {
            // The server is down, or was killed meanwhile.
        }
        load.failed();
        Thread.sleep(PAUSE_MILLIS);
        return false;
    }
}
