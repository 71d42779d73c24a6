package org.aepsych.examples.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A whole experiment in a dozen lines: the loop that a lab's own program runs, with whatever it presents its stimuli by.
 *
 * <pre>
 * DetectionExperiment http://127.0.0.1:8080/ examples/experiments/contrast.ini
 * </pre>
 */
public final class DetectionExperiment {
    private DetectionExperiment() {}

    /**
     * Runs the experiment with an observer who sees every contrast above 0.2.
     *
     * @param arguments address of the server, and the experiment file
     * @throws IOException if the file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        AepsychClient client = new AepsychClient(URI.create(arguments[0]));
        Experiment experiment = client.setUp(Files.readString(Path.of(arguments[1])));
        run(experiment, trial -> trial.number("contrast") > 0.2);
    }

    /**
     * Asks, presents and tells until the experiment is finished.
     *
     * @param experiment has been set up
     * @param seen presents a trial and returns what the participant said
     * @return how many trials there were
     */
    public static int run(Experiment experiment, Predicate<Trial> seen) {
        int trials = 0;
        Experiment.Asked asked;
        do {
            asked = experiment.ask();
            for (Trial trial : asked.trials()) {
                long shown = System.nanoTime();
                int outcome = seen.test(trial) ? 1 : 0;
                double seconds = (System.nanoTime() - shown) / 1e9;
                experiment.tell(trial, outcome, Map.of("response_time", seconds));
                trials++;
            }
        } while (!asked.finished());
        return trials;
    }
}
