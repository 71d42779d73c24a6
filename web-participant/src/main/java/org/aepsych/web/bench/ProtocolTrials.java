package org.aepsych.web.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.aepsych.web.bots.AdaptiveClient;

/**
 * One client of AEPsych's protocol that asks and tells with a quasi-random strategy, which takes no time of its own.
 *
 * @param trials how many times
 */
public record ProtocolTrials(int trials) {
    /**
     * How long a client waited in one trial.
     *
     * @param ask for the answer to its ask, in nanoseconds
     * @param tell for the answer to its tell, in nanoseconds
     */
    public record Times(long ask, long tell) {
        /**
         * Returns the sum.
         *
         * @return in nanoseconds
         */
        public long both() {
            return ask + tell;
        }
    }

    /**
     * Asks and tells through the door for clients.
     *
     * @param host of the door
     * @param port of the door
     * @param progress told after every trial how many there have been
     * @return the times of each trial, in their order
     * @throws IOException if the connection is lost or the server refuses
     */
    public List<Times> overTheWire(String host, int port, IntConsumer progress) throws IOException {
        List<Times> times = new ArrayList<>(trials);
        try (AdaptiveClient client = new AdaptiveClient(host, port)) {
            int unused = client.setup(AdaptiveClient.QUASI_RANDOM);
            for (int trial = 0; trial < trials; trial++) {
                long start = System.nanoTime();
                Map<String, Double> stimulus = client.ask().stimulus();
                long asked = System.nanoTime();
                client.tell(stimulus, trial % 2);
                times.add(new Times(asked - start, System.nanoTime() - asked));
                progress.accept(trial + 1);
            }
        }
        return times;
    }
}
