package org.aepsych.strategies.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.math.BivariateNormal;
import org.aepsych.strategies.math.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAheadTest {
    private static final double TARGET = 0.75;
    private static final double[] HERE = {0.45, 0.6};

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 4, 60})
    void volumeChangeIsTheExpectedAbsoluteChangeAndBothResponsesAverageToTheBelief(double amplitude) {
        Posterior posterior = Posteriors.diagonal(amplitude);
        PosteriorQueries queries = posterior.queries(Posteriors.grid());
        PosteriorPoint point = posterior.newPoint().move(HERE);
        int m = queries.size();
        double[] covariances = new double[m];
        queries.covariances(point, m, covariances);
        double spread = Math.sqrt(1 + point.variance());
        double yes = point.probability();
        double changeIfYes = 0;
        double changeIfNo = 0;
        for (int q = 0; q < m; q++) {
            double deviation = Math.sqrt(queries.variance(q));
            double limit = (Normal.quantile(TARGET) - queries.mean(q)) / deviation;
            double rho = -covariances[q] / (deviation * spread);
            double before = Normal.cdf(limit);
            double afterYes = BivariateNormal.cdf(point.probit(), limit, rho) / yes;
            // The response no is the other sign of the same number.
            double afterNo = BivariateNormal.cdf(-point.probit(), limit, -rho) / (1 - yes);
            assertThat(yes * afterYes + (1 - yes) * afterNo).isCloseTo(before, within(1e-13));
            changeIfYes += before - afterYes;
            changeIfNo += before - afterNo;
        }
        double expected = yes * Math.abs(changeIfYes) + (1 - yes) * Math.abs(changeIfNo);
        assertThat(scores(Measure.VOLUME_CHANGE, LookAhead.Event.LEVEL_SET, posterior, Posteriors.grid())
                        .of(point, m))
                .isCloseTo(expected, within(1e-11));
    }

    @ParameterizedTest
    @EnumSource(LookAhead.Event.class)
    void expectedGainsAreNeverNegative(LookAhead.Event event) {
        Posterior posterior = Posteriors.diagonal(8);
        PosteriorQueries queries = posterior.queries(Posteriors.grid());
        PosteriorPoint point = posterior.newPoint();
        for (Measure measure : Measure.values()) {
            Scores scores = scores(measure, event, posterior, Posteriors.grid());
            for (double[] x : Posteriors.grid()) {
                assertThat(scores.of(point.move(x), queries.size()))
                        .as("%s at %s", measure, x)
                        .isGreaterThan(-1e-12);
            }
        }
    }

    @Test
    void farAwayTrialsTeachNothing() {
        Posterior posterior = Posteriors.diagonal(4);
        PosteriorPoint far = posterior.newPoint().move(new double[] {40, 40});
        for (Measure measure : Measure.values()) {
            assertThat(scores(measure, LookAhead.Event.LEVEL_SET, posterior, new double[] {0.5, 0.5}, new double[] {
                                0.1, 0.9
                            })
                            .of(far, 2))
                    .isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void informationAgreesWithSimulatedResponses() {
        Posterior posterior = Posteriors.diagonal(4);
        double[] there = {0.7, 0.5};
        PosteriorQueries queries = posterior.queries(new double[][] {there});
        PosteriorPoint point = posterior.newPoint().move(HERE);
        double[] covariance = new double[1];
        queries.covariances(point, 1, covariance);

        double[][] counts = simulate(point, queries, covariance[0]);
        double information = 0;
        for (int y = 0; y < 2; y++) {
            for (int e = 0; e < 2; e++) {
                double joint = counts[y][e];
                double independent = (counts[y][0] + counts[y][1]) * (counts[0][e] + counts[1][e]);
                information += joint * Math.log(joint / independent) / Math.log(2);
            }
        }
        assertThat(scores(Measure.INFORMATION, LookAhead.Event.LEVEL_SET, posterior, there)
                        .of(point, 1))
                .isCloseTo(information, within(2e-3));
    }

    @Test
    void atTheTrialItselfTheLocalFormIsTheGlobalOne() {
        Posterior posterior = Posteriors.diagonal(4);
        PosteriorPoint point = posterior.newPoint().move(HERE);
        for (Measure measure : Measure.values()) {
            assertThat(new LocalLookAhead(measure, TARGET)
                            .over(Posteriors.situation(posterior))
                            .of(point, 0))
                    .isCloseTo(
                            scores(measure, LookAhead.Event.LEVEL_SET, posterior, HERE)
                                    .of(point, 1),
                            within(1e-9));
        }
    }

    private static double[][] simulate(PosteriorPoint point, PosteriorQueries queries, double covariance) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(12);
        int n = 400_000;
        double level = Normal.quantile(TARGET);
        double slope = covariance / point.variance();
        double rest = Math.sqrt(queries.variance(0) - slope * covariance);
        double[][] counts = new double[2][2];
        for (int i = 0; i < n; i++) {
            double away = Math.sqrt(point.variance()) * random.nextGaussian();
            double there = queries.mean(0) + slope * away + rest * random.nextGaussian();
            int yes = point.mean() + away + random.nextGaussian() > 0 ? 1 : 0;
            counts[yes][there <= level ? 1 : 0] += 1.0 / n;
        }
        return counts;
    }

    private static Scores scores(Measure measure, LookAhead.Event event, Posterior posterior, double[]... places) {
        return new LookAhead(measure, event, TARGET, places.length).over(Posteriors.situation(posterior, places));
    }
}
