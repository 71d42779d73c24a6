package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.outcome.Link;

/** What a function is about: the latent value, or a probability that depends on it. */
interface Quantity {
    /** The latent value. */
    Quantity LATENT = new Quantity() {
        @Override
        public double mean(PosteriorPoint point) {
            return point.mean();
        }

        @Override
        public double variance(PosteriorPoint point) {
            return point.variance();
        }

        @Override
        public double at(double latent) {
            return latent;
        }

        @Override
        public double latent(double value) {
            return value;
        }

        @Override
        public double excess(PosteriorPoint point, double threshold) {
            return Improvement.expected(point.mean(), StrictMath.sqrt(point.variance()), threshold);
        }
    };

    /** Returns its posterior mean at a place. */
    double mean(PosteriorPoint point);

    /** Returns its posterior variance at a place. */
    double variance(PosteriorPoint point);

    /** Returns it for a latent value. */
    double at(double latent);

    /** Returns the latent value at which it has a value; an {@link IllegalArgumentException} if it never has. */
    double latent(double value);

    /** Returns how much it is expected to exceed its value at a latent value. */
    double excess(PosteriorPoint point, double threshold);

    /** The response probability. */
    static Quantity probability(Link link) {
        return new Quantity() {
            @Override
            public double mean(PosteriorPoint point) {
                return link.probability(point.mean(), point.variance());
            }

            @Override
            public double variance(PosteriorPoint point) {
                return link.variance(point.mean(), point.variance());
            }

            @Override
            public double at(double latent) {
                return link.probability(latent, 0);
            }

            @Override
            public double latent(double value) {
                return link.inverse(value);
            }

            @Override
            public double excess(PosteriorPoint point, double threshold) {
                return Improvement.expected(link, point.mean(), point.variance(), threshold);
            }
        };
    }
}
