package org.aepsych.web.crash;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aepsych.web.bots.AdaptiveClient;
import org.aepsych.web.bots.AdaptiveClient.Asked;
import tools.jackson.databind.JsonNode;

/**
 * A client of AEPsych's protocol that goes on whatever happens to the server: it comes back, resumes its experiment,
 * looks how much of what it told is there, and tells only what is not.
 */
final class Teller implements Runnable {
    private static final long PAUSE_MILLIS = 40;
    private static final int TRIALS = 40;

    private final CrashLoad load;
    private final String name;
    private Optional<AdaptiveClient> connection = Optional.empty();
    private int sessions;
    private Optional<Integer> session = Optional.empty();
    private int told;
    private Optional<String> unanswered = Optional.empty();

    Teller(CrashLoad load, int number) {
        this.load = load;
        this.name = "client-" + number;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                load.gate().pass(() -> {
                    step();
                    return true;
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp();
        }
    }

    /** One trial, or whatever comes before it. */
    private void step() throws InterruptedException {
        try {
            if (connection.isEmpty()) {
                AdaptiveClient client =
                        new AdaptiveClient("127.0.0.1", load.plan().clientPort());
                connection = Optional.of(client);
                if (session.isPresent()) {
                    comeBack(client, session.get());
                }
            }
            AdaptiveClient client = connection.get();
            if (session.isEmpty() || told >= TRIALS) {
                session = Optional.empty();
                session = Optional.of(client.setup(AdaptiveClient.QUASI_RANDOM));
                sessions++;
                told = 0;
            }
            trial(client);
        } catch (IOException e) {
            load.failed();
            hangUp();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void trial(AdaptiveClient client) throws IOException {
        Asked asked = client.ask();
        String mark = name + "-" + sessions + "-" + (told + 1);
        int outcome = told % 2;
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("config", asked.stimulus());
        message.put("outcome", outcome);
        message.put("mark", mark);
        load.tells().sent(mark, Integer.toString(outcome));
        unanswered = Optional.of(mark);
        JsonNode unused = client.send("tell", message);
        arrived(mark);
    }

    private void arrived(String mark) {
        unanswered = Optional.empty();
        told++;
        load.tells().acknowledged(mark);
    }

    private void comeBack(AdaptiveClient client, int number) throws IOException {
        JsonNode resumed = client.send("resume", Map.of("strat_id", number));
        if (resumed.required("strat_id").intValue() != number) {
            throw new IOException("resumed another experiment: " + resumed);
        }
        int known =
                client.send("info", Map.of()).required("current_strat_data_pts").intValue();
        if (unanswered.isPresent() && known == told + 1) {
            arrived(unanswered.get());
        } else if (known == told) {
            unanswered = Optional.empty();
        } else {
            load.complain(
                    name + " told " + told + " trials of experiment " + number + ", but the server knows " + known);
        }
    }

    private void hangUp() {
        connection.ifPresent(client -> {
            try {
                client.close();
            } catch (IOException e) {
                load.failed();
            }
        });
        connection = Optional.empty();
    }
}
