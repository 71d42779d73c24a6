package org.aepsych.web.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.aepsych.web.bots.AdaptiveClient;
import org.aepsych.web.bots.Observer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A simulated participant of an adaptive experiment, as slow as a person, session after session. */
final class DemoObserver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoObserver.class);
    private static final Duration TRIAL = Duration.ofSeconds(2);
    private static final Duration BREAK = Duration.ofMinutes(1);
    private static final int SESSIONS = 20;
    private static final double LOWEST_THRESHOLD = 0.05;
    private static final double THRESHOLDS = 0.2;

    private final String host;
    private final int port;
    private final RandomGenerator random;
    private final Thread thread = new Thread(this::live, "demo-observer");

    /**
     * Prepares the participant.
     *
     * @param host of the door for AEPsych clients
     * @param port its port
     * @param random chance
     */
    DemoObserver(String host, int port, RandomGenerator random) {
        this.host = host;
        this.port = port;
        this.random = random;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void live() {
        try {
            for (int session = 0; session < SESSIONS; session++) {
                session();
                Thread.sleep(BREAK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.info("the simulated observer goes home: {}", e.getMessage());
        }
    }

    private void session() throws IOException, InterruptedException {
        double threshold = LOWEST_THRESHOLD + THRESHOLDS * random.nextDouble();
        Observer observer = new Observer("contrast", threshold, 4, random);
        try (AdaptiveClient client = new AdaptiveClient(host, port)) {
            client.setup(DemoFiles.CONTRAST.read());
            boolean finished = false;
            while (!finished) {
                AdaptiveClient.Asked asked = client.ask();
                Thread.sleep(TRIAL.toMillis());
                client.tell(asked.stimulus(), observer.answer(asked.stimulus()));
                finished = asked.finished();
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
