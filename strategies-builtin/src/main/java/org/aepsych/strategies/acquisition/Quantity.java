package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.outcome.Sensitivity;

/** What a function is about: the latent value, or a probability that depends on it. */
interface Quantity {
    /** The latent value. */
    Quantity LATENT = new Quantity() {
        @Override
        public double mean(PosteriorPoint point, Sensitivity out) {
            out.set(1, 0);
            return point.mean();
        }

        @Override
        public double variance(PosteriorPoint point, Sensitivity out) {
            out.set(0, 1);
            return point.variance();
        }

        @Override
        public double latent(double value) {
            return value;
        }

        @Override
        public double excess(PosteriorPoint point, double threshold, Sensitivity out) {
            return Improvement.expected(point.mean(), point.variance(), threshold, out);
        }
    };

    /** Returns its posterior mean at a place, and how that changes. */
    double mean(PosteriorPoint point, Sensitivity out);

    /** Returns its posterior variance at a place, and how that changes. */
    double variance(PosteriorPoint point, Sensitivity out);

    /** Returns the latent value at which it has a value; an {@link IllegalArgumentException} if it never has. */
    double latent(double value);

    /** Returns how much it is expected to exceed its value at a latent value, and how that changes. */
    double excess(PosteriorPoint point, double threshold, Sensitivity out);

    /** The response probability. */
    static Quantity probability(Link link) {
        return new Quantity() {
            @Override
            public double mean(PosteriorPoint point, Sensitivity out) {
                return link.probability(point.mean(), point.variance(), out);
            }

            @Override
            public double variance(PosteriorPoint point, Sensitivity out) {
                return link.variance(point.mean(), point.variance(), out);
            }

            @Override
            public double latent(double value) {
                return link.inverse(value);
            }

            @Override
            public double excess(PosteriorPoint point, double threshold, Sensitivity out) {
                return Improvement.expected(link, point.mean(), point.variance(), threshold, out);
            }
        };
    }
}
