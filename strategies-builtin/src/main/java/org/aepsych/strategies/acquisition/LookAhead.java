package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.math.BivariateNormal;
import org.aepsych.strategies.math.Normal;

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
    public Scores over(PosteriorQueries places) {
        return new Joint(places)::score;
    }

    private final class Joint {
        private final PosteriorQueries places;
        /** Quantile of the event: it happens if a standard normal number is below. */
        private final double[] limits;

        private final double[] before;
        /** What turns a covariance of latent values into that of event and latent value. */
        private final double[] weights;

        private final double[] covariances;

        Joint(PosteriorQueries places) {
            this.places = places;
            int m = places.size();
            limits = new double[m];
            before = new double[m];
            weights = new double[m];
            covariances = new double[m];
            double level = Normal.quantile(target);
            for (int q = 0; q < m; q++) {
                if (event == Event.LEVEL_SET) {
                    double deviation = StrictMath.sqrt(places.variance(q));
                    limits[q] = (level - places.mean(q)) / deviation;
                    weights[q] = -1 / deviation;
                } else {
                    double spread = StrictMath.sqrt(1 + places.variance(q));
                    limits[q] = places.mean(q) / spread;
                    weights[q] = 1 / spread;
                }
                before[q] = Normal.cdf(limits[q]);
            }
        }

        double score(PosteriorPoint point, int count) {
            double yes = point.probability();
            double probit = point.probit();
            double spread = StrictMath.sqrt(1 + point.variance());
            places.covariances(point, count, covariances);
            double sum = 0;
            for (int q = 0; q < count; q++) {
                double rho = Math.max(-1, Math.min(1, covariances[q] * weights[q] / spread));
                double joint = BivariateNormal.cdf(probit, limits[q], rho, yes, before[q]);
                sum += measure.gain(yes, before[q], joint);
            }
            return measure.total(sum);
        }
    }
}
