package org.aepsych.core.adaptive.simulation.observer;

import java.util.List;
import java.util.random.RandomGenerator;

/** How one simulated observer comes to one outcome of a trial. Immutable, thread-safe. */
public interface Responder {
    /**
     * Returns what is to be found out about a stimulus.
     *
     * @param stimulus one number for each parameter, in raw units; of a choice its 0-based place, of a fixed text 0
     * @return the mean outcome, of a binary one the probability of 1; where stimuli are compared, the utility
     */
    double expected(double[] stimulus);

    /**
     * Answers.
     *
     * @param stimuli what the trial shows
     * @param chance of the session
     * @return the outcome
     */
    double answer(List<double[]> stimuli, RandomGenerator chance);

    /** One who compares two stimuli. */
    interface Comparing extends Responder {
        /** Returns the probability that a stimulus is preferred to another. */
        double preferred(double[] stimulus, double[] other);

        @Override
        default double answer(List<double[]> stimuli, RandomGenerator chance) {
            return chance.nextDouble() < preferred(stimuli.get(1), stimuli.get(0)) ? 1 : 0;
        }
    }

    /** One who answers 1 with a probability. */
    static Responder binary(Truth truth) {
        return new Responder() {
            @Override
            public double expected(double[] stimulus) {
                return truth.probability(stimulus);
            }

            @Override
            public double answer(List<double[]> stimuli, RandomGenerator chance) {
                return chance.nextDouble() < expected(stimuli.get(0)) ? 1 : 0;
            }
        };
    }
}
