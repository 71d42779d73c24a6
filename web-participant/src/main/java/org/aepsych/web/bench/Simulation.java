package org.aepsych.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.Rehearsal;
import org.aepsych.core.plugin.Extensions;

/** Simulates sessions of a study. Immutable, thread-safe. */
final class Simulation {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final Study study;
    private final Extensions extensions;

    Simulation(Study study, Extensions extensions) {
        this.study = study;
        this.extensions = extensions;
    }

    /**
     * Simulates a session; what the observer and the strategy draw follows from the seed and the number.
     *
     * @param seed of all sessions
     * @param number 0-based session
     * @param checkpoints after how many trials to measure; the last is the last trial, unless the study ends before
     * @return what was measured
     */
    Replicate run(long seed, int number, SortedSet<Integer> checkpoints) {
        long own = seed + GOLDEN_GAMMA * (number + 1L);
        Rehearsal session = Rehearsal.of(study.experiment(), extensions, own);
        Rehearsal judge = Rehearsal.of(study.judge(), extensions, own);
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(own ^ GOLDEN_GAMMA);
        Truth observer = study.observers().inSession(own);
        Grid grid = new Grid(session.space());
        Yardstick yardstick = new Yardstick(
                session.space(),
                observer,
                study.target(),
                study.intensity(),
                RandomGeneratorFactory.of("L64X128MixRandom").create(own + GOLDEN_GAMMA));
        List<Measurement> measurements = new ArrayList<>();
        long nanos = 0;
        int asks = 0;
        for (int trial = 1; trial <= checkpoints.last(); trial++) {
            long start = System.nanoTime();
            Presentation presentation = session.ask();
            nanos += System.nanoTime() - start;
            asks++;
            double yes =
                    observer.probability(grid.numbers(presentation.stimuli().get(0)));
            List<Double> outcome = List.of(chance.nextDouble() < yes ? 1.0 : 0.0);
            session.tell(presentation, outcome);
            judge.tell(presentation, outcome);
            boolean over = study.ends() && session.finished();
            if (over || checkpoints.contains(trial)) {
                ModelQueries model = session.model().or(judge::model).orElseThrow();
                measurements.add(yardstick.measure(model, trial, nanos / NANOS_PER_MILLI / asks));
                nanos = 0;
                asks = 0;
            }
            if (over) {
                break;
            }
        }
        return new Replicate(study, number, measurements);
    }
}
