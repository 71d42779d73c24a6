package org.aepsych.strategies.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.math.Normal;
import org.junit.jupiter.api.Test;

class StraddleTest {
    private static final double[] HERE = {0.3, 0.4};

    private final Posterior posterior = Posteriors.diagonal(4);
    private final PosteriorPoint point = posterior.newPoint().move(HERE);

    @Test
    void theVarianceOfTheResponseProbabilityAgreesWithSimulation() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        int n = 400_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double p = Normal.cdf(point.mean() + Math.sqrt(point.variance()) * random.nextGaussian());
            sum += p;
            squares += p * p;
        }
        assertThat(point.probability()).isCloseTo(sum / n, within(1e-3));
        assertThat(point.likelihood().link().variance(point.mean(), point.variance()))
                .isCloseTo(squares / n - sum / n * (sum / n), within(1e-3));
    }

    @Test
    void uncertaintyCountsForAndDistanceFromTheTargetAgainst() {
        double near = score(point.probability(), 3.84);
        assertThat(near)
                .isCloseTo(
                        Math.sqrt(3.84 * point.likelihood().link().variance(point.mean(), point.variance())),
                        within(1e-12));
        assertThat(score(point.probability() + 0.1, 3.84)).isCloseTo(near - 0.1, within(1e-12));
        assertThat(score(point.probability(), 4 * 3.84)).isCloseTo(2 * near, within(1e-12));
    }

    private double score(double target, double beta) {
        return new Straddle(target, beta, QuantityChoice.NATURAL, true)
                .over(Posteriors.situation(posterior))
                .of(point, 0);
    }
}
