package org.aepsych.strategies.acquisition;

import java.util.Arrays;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.math.BivariateNormal;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.outcome.Sensitivity;

/**
 * Look-ahead acquisition functions: what either response to a trial would teach about an event at each of many places
 * of the space (B. Letham, P. Guan, C. Tymms, E. Bakshy and M. Shvartsman, Look-ahead acquisition functions for
 * Bernoulli level set estimation, AISTATS 2022). The response and the event are both signs of jointly normal numbers,
 * so the joint probability is a bivariate normal one, without simulation.
 *
 * @param measure what is gained by knowing the event better
 * @param event what is to be known
 * @param target the response probability whose level set is sought, above 0 and below 1
 * @param queries number of places, from 1
 */
record LookAhead(Measure measure, Event event, double target, int queries) implements AcquisitionFunction {

    /** What is to be known about a place. */
    enum Event {
        /** Whether the response probability there is below the target. */
        LEVEL_SET,
        /** What the response there would be. */
        RESPONSE
    }

    @Override
    public Scores over(Situation situation) {
        return new Joint(situation.queries());
    }

    /** An event that is as certain as this can tell nothing any more. */
    private static final double DECIDED = 1e-10;

    private final class Joint implements SmoothScores {
        private final PosteriorQueries places;
        private final Link link;
        /** The event of the level set happens if a standard normal number is below. */
        private final double[] limits;

        private final double[] before;
        private final double[] uncertain;
        /** What turns a covariance of latent values into that of latent value and event. */
        private final double[] weights;

        private final double[] covariances;
        private final double[] byCovariances;
        private final Sensitivity sensitivity = new Sensitivity();

        Joint(PosteriorQueries places) {
            this.places = places;
            link = places.likelihood().link();
            int m = places.size();
            limits = new double[m];
            before = new double[m];
            uncertain = new double[m];
            weights = new double[m];
            covariances = new double[m];
            byCovariances = new double[m];
            double level = link.inverse(target);
            for (int q = 0; q < m; q++) {
                if (event == Event.LEVEL_SET) {
                    double deviation = StrictMath.sqrt(places.variance(q));
                    limits[q] = (level - places.mean(q)) / deviation;
                    weights[q] = 1 / deviation;
                    before[q] = Normal.cdf(limits[q]);
                } else {
                    before[q] = link.probability(places.mean(q), places.variance(q));
                }
                uncertain[q] = measure.uncertainty(before[q]);
            }
        }

        @Override
        public double of(PosteriorPoint point, int count) {
            double yes = point.probability();
            places.covariances(point, count, covariances);
            double sum = 0;
            if (event == Event.LEVEL_SET && link.plainProbit()) {
                return measure.total(plain(point, count, yes));
            }
            for (int q = 0; q < count; q++) {
                sum += measure.gain(yes, before[q], uncertain[q], joint(point, q));
            }
            return measure.total(sum);
        }

        @Override
        public double of(PosteriorPoint point, int count, double[] slope) {
            double yes = link.probability(point.mean(), point.variance(), sensitivity);
            double yesByMean = sensitivity.byMean();
            double yesByVariance = sensitivity.byVariance();
            places.covariances(point, count, covariances);
            double sum = 0;
            double byYes = 0;
            double byMean = 0;
            double byVariance = 0;
            for (int q = 0; q < count; q++) {
                byCovariances[q] = 0;
                if (decided(q)) {
                    continue;
                }
                double joint = jointAndSlope(point, q);
                double byJoint = measure.byJoint(yes, before[q], joint);
                sum += measure.gain(yes, before[q], uncertain[q], joint);
                byYes += measure.byYes(yes, before[q], joint);
                byMean += byJoint * sensitivity.byMean();
                byVariance += byJoint * sensitivity.byVariance();
                byCovariances[q] = byJoint * sensitivity.byCovariance();
            }
            double outer = measure.byTotal(sum);
            for (int q = 0; q < count; q++) {
                byCovariances[q] *= outer;
            }
            Arrays.fill(slope, 0);
            point.addSlope(outer * (byYes * yesByMean + byMean), outer * (byYes * yesByVariance + byVariance), slope);
            places.addSlope(point, byCovariances, count, slope);
            return measure.total(sum);
        }

        private boolean decided(int q) {
            return event == Event.LEVEL_SET && (before[q] <= DECIDED || before[q] >= 1 - DECIDED);
        }

        private double jointAndSlope(PosteriorPoint point, int q) {
            if (event == Event.RESPONSE) {
                return link.both(
                        point.mean(),
                        point.variance(),
                        places.mean(q),
                        places.variance(q),
                        covariances[q],
                        sensitivity);
            }
            double joint = link.jointly(
                    point.mean(), point.variance(), covariances[q] * weights[q], limits[q], before[q], sensitivity);
            sensitivity.set(sensitivity.byMean(), sensitivity.byVariance(), sensitivity.byCovariance() * weights[q]);
            return joint;
        }

        /** The most frequent case, in which what does not depend on the place is computed once. */
        private double plain(PosteriorPoint point, int count, double yes) {
            double spread = StrictMath.sqrt(1 + point.variance());
            double argument = point.mean() / spread;
            double sum = 0;
            for (int q = 0; q < count; q++) {
                if (!decided(q)) {
                    double rho = Math.max(-1, Math.min(1, -covariances[q] * weights[q] / spread));
                    double joint = BivariateNormal.cdf(argument, limits[q], rho, yes, before[q]);
                    sum += measure.gain(yes, before[q], uncertain[q], joint);
                }
            }
            return sum;
        }

        private double joint(PosteriorPoint point, int q) {
            if (event == Event.RESPONSE) {
                return link.both(point.mean(), point.variance(), places.mean(q), places.variance(q), covariances[q]);
            }
            return link.jointly(point.mean(), point.variance(), covariances[q] * weights[q], limits[q], before[q]);
        }
    }
}
