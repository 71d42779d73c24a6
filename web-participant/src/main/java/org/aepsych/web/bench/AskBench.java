package org.aepsych.web.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.session.Rehearsal;
import org.aepsych.core.adaptive.simulation.observer.Grid;
import org.aepsych.core.adaptive.simulation.observer.Probit;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.bench.AskTimes.Phase;
import org.aepsych.web.bots.AdaptiveClient;

/**
 * Measures how long a client of AEPsych's protocol waits in an experiment with three dimensions and binary outcomes, whose
 * model is fitted anew in every trial.
 *
 * @param acquisition the acquisition function, or {@link #NONE}
 * @param sizes after how many trials to measure
 * @param window over how many trials before that
 * @param thinkMillis how long the participant takes to answer in these trials, in milliseconds
 */
public record AskBench(String acquisition, SortedSet<Integer> sizes, int window, long thinkMillis) {
    /** No acquisition function: quasi-random stimuli, which take no time, so that what remains is what the server takes. */
    public static final String NONE = "none";

    private static final long SEED = 20;
    private static final int EXPLORED = 10;
    private static final String FILE = """
            [common]
            parnames = [contrast, size, eccentricity]
            stimuli_per_trial = 1
            outcome_types = [binary]
            strategy_names = [explore, refine]
            seed = 1
            target = 0.75

            [contrast]
            par_type = continuous
            lower_bound = -3
            upper_bound = 0

            [size]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1

            [eccentricity]
            par_type = continuous
            lower_bound = 0
            upper_bound = 20

            [explore]
            generator = SobolGenerator
            min_asks = %d

            [refine]
            generator = OptimizeAcqfGenerator
            model = GPClassificationModel
            acqf = %s
            query_set_size = 256
            min_asks = 100000
            """;

    /**
     * Measures through the door for clients.
     *
     * @param host of the door
     * @param port of the door
     * @param progress told after every trial how many there have been
     * @return times of tells and asks, and of both together
     * @throws IOException if the connection is lost or the server refuses
     * @throws InterruptedException if interrupted while the participant thinks
     */
    public List<AskTimes> overTheWire(String host, int port, IntConsumer progress)
            throws IOException, InterruptedException {
        List<AskTimes> times = new ArrayList<>();
        try (AdaptiveClient client = new AdaptiveClient(host, port)) {
            client.setup(file());
            RandomGenerator chance = chance();
            AdaptiveClient.Asked asked = client.ask();
            int trial = 0;
            for (int size : sizes) {
                List<Long> tells = new ArrayList<>();
                List<Long> asks = new ArrayList<>();
                List<Long> both = new ArrayList<>();
                while (trial < size) {
                    trial++;
                    boolean measured = trial > size - window;
                    if (measured && thinkMillis > 0) {
                        Thread.sleep(thinkMillis);
                    }
                    Map<String, Double> stimulus = asked.stimulus();
                    double yes = observer(
                            stimulus.getOrDefault("contrast", Double.NaN),
                            stimulus.getOrDefault("size", Double.NaN),
                            stimulus.getOrDefault("eccentricity", Double.NaN));
                    long start = System.nanoTime();
                    client.tell(stimulus, chance.nextDouble() < yes ? 1 : 0);
                    long told = System.nanoTime();
                    asked = client.ask();
                    long answered = System.nanoTime();
                    if (measured) {
                        tells.add(told - start);
                        asks.add(answered - told);
                        both.add(answered - start);
                    }
                    progress.accept(trial);
                }
                times.add(new AskTimes(acquisition, size, Phase.TELL, tells));
                times.add(new AskTimes(acquisition, size, Phase.ASK, asks));
                times.add(new AskTimes(acquisition, size, Phase.TELL_AND_ASK, both));
            }
        }
        return times;
    }

    /**
     * Measures the fits of the same session in memory.
     *
     * @param extensions what the file may name
     * @return times of fits; none if nothing is fitted
     */
    public List<AskTimes> fits(Extensions extensions) {
        if (acquisition.equals(NONE)) {
            return List.of();
        }
        Rehearsal session = Rehearsal.of(ExperimentFile.parse(file()), extensions, SEED);
        Grid grid = new Grid(session.space());
        RandomGenerator chance = chance();
        List<AskTimes> times = new ArrayList<>();
        Presentation presentation = session.ask();
        int trial = 0;
        for (int size : sizes) {
            List<Long> fits = new ArrayList<>();
            while (trial < size) {
                trial++;
                double[] x = grid.numbers(presentation.stimuli().get(0));
                session.tell(presentation, List.of(chance.nextDouble() < observer(x[0], x[1], x[2]) ? 1.0 : 0.0));
                long start = System.nanoTime();
                session.model().ifPresent(model -> model.latent(0.5));
                if (trial > size - window) {
                    fits.add(System.nanoTime() - start);
                }
                presentation = session.ask();
            }
            times.add(new AskTimes(acquisition, size, Phase.FIT, fits));
        }
        return times;
    }

    private String file() {
        return acquisition.equals(NONE)
                ? FILE.formatted(Integer.MAX_VALUE, "EAVC")
                : FILE.formatted(EXPLORED, acquisition);
    }

    private static RandomGenerator chance() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    }

    /** Large stimuli in the middle are seen at a lower contrast. */
    private static double observer(double contrast, double size, double eccentricity) {
        double threshold = -1.2 - 0.9 * size + 0.05 * eccentricity - 0.3 * Math.sin(4 * size);
        return 0.02 + 0.96 * Probit.of((contrast - threshold) / 0.25);
    }
}
