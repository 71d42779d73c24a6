package org.aepsych.core.adaptive.simulation.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.session.Rehearsal;
import org.aepsych.core.adaptive.simulation.observer.Grid;
import org.aepsych.core.adaptive.simulation.observer.Responder;
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
        List<Responder> observer = study.observers().inSession(own);
        Examination examination = new Examination(
                new Places(
                        session.space(),
                        RandomGeneratorFactory.of("L64X128MixRandom").create(own + GOLDEN_GAMMA)),
                observer);
        Grid grid = new Grid(session.space());
        List<Measurement> measurements = new ArrayList<>();
        long nanos = 0;
        int asks = 0;
        for (int trial = 1; trial <= checkpoints.last(); trial++) {
            long start = System.nanoTime();
            Presentation presentation = session.ask();
            nanos += System.nanoTime() - start;
            asks++;
            List<double[]> shown =
                    presentation.stimuli().stream().map(grid::numbers).toList();
            List<Double> outcome = observer.stream()
                    .map(responder -> responder.answer(shown, chance))
                    .toList();
            session.tell(presentation, outcome);
            judge.tell(presentation, outcome);
            boolean over = study.ends() && session.finished();
            if (over || checkpoints.contains(trial)) {
                examination.hold(session, judge, trial, nanos / NANOS_PER_MILLI / asks, measurements);
                nanos = 0;
                asks = 0;
            }
            if (over) {
                break;
            }
        }
        return new Replicate(study, number, measurements);
    }

    /** Asks what is known about each outcome. */
    private final class Examination {
        private final Places places;
        private final List<Yardstick> yardsticks = new ArrayList<>();

        Examination(Places places, List<Responder> observer) {
            this.places = places;
            for (int i = 0; i < observer.size(); i++) {
                yardsticks.add(Yardstick.of(study.questions().get(i), places, observer.get(i)));
            }
        }

        void hold(Rehearsal session, Rehearsal judge, int trial, double askMillis, List<Measurement> out) {
            for (int i = 0; i < yardsticks.size(); i++) {
                int outcome = i;
                Beliefs beliefs = session.model()
                        .flatMap(model -> beliefs(model, outcome))
                        .or(() -> judge.model().flatMap(model -> beliefs(model, outcome)))
                        .orElseThrow();
                Map<Metric, Double> values = new EnumMap<>(Metric.class);
                yardsticks.get(i).measure(beliefs, values);
                values.put(Metric.ASK_MILLIS, askMillis);
                out.add(new Measurement(i, trial, values));
            }
        }

        /** Empty if the model knows nothing of that outcome. */
        private Optional<Beliefs> beliefs(ModelQueries model, int outcome) {
            List<Prediction> predictions = model.predict(outcome, places.points());
            return predictions.isEmpty() ? Optional.empty() : Optional.of(new Beliefs(model, outcome, predictions));
        }
    }
}
