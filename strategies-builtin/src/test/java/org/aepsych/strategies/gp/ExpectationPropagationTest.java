package org.aepsych.strategies.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.aepsych.strategies.math.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationPropagationTest {
    private static final double TIGHT = 1e-12;

    @ParameterizedTest
    @CsvSource({"true, 0.4, 2.5", "false, 0.4, 2.5", "true, -3, 150", "false, 2, 0.1"})
    void oneTrialIsExact(boolean yes, double m, double amplitude) {
        TrainingSet data = Samples.line(new double[] {0.3}, yes);
        Latent latent = Samples.latent(m, amplitude, 0.2);
        double sign = yes ? 1 : -1;
        double z = sign * m / Math.sqrt(1 + amplitude);
        double covariance = amplitude * Math.exp(-0.5 * 0.1 * 0.1 / (0.2 * 0.2));

        assertThat(run(data, latent).logEvidence()).isCloseTo(Normal.logCdf(z), within(1e-11));
        PosteriorPoint point = posterior(data, latent).newPoint();
        double mean = m + covariance * sign * Normal.hazard(z) / Math.sqrt(1 + amplitude);
        assertThat(point.move(new double[] {0.4}).mean()).isCloseTo(mean, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        // the more alike two equal trials are, the less exact is the approximation
        "true, true, 2, 0.3, 3e-3",
        "true, false, 2, 0.3, 3e-3",
        "true, false, 20, 0.1, 3e-3",
        "false, false, 5, 1, 2e-2"
    })
    void twoTrialsAgreeWithTheProbabilityOfAnOrthant(
            boolean first, boolean second, double amplitude, double scale, double tolerance) {
        TrainingSet data = Samples.line(new double[] {0.3, 0.5}, first, second);
        double covariance = amplitude * Math.exp(-0.5 * 0.04 / (scale * scale));
        double sign = first == second ? 1 : -1;
        double exact = Math.log(0.25 + Math.asin(sign * covariance / (1 + amplitude)) / (2 * Math.PI));
        double evidence = run(data, Samples.latent(0, amplitude, scale)).logEvidence();
        assertThat(evidence).isCloseTo(exact, within(tolerance));
    }

    @Test
    void theFixedPointIsThatOfSiteBySiteUpdates() {
        // Computed by updating one site after the other, in Python with NumPy.
        TrainingSet data = Samples.line(new double[] {0.3, 0.5}, false, false);
        assertThat(run(data, Samples.latent(0, 5, 1)).logEvidence()).isCloseTo(-0.927294189993372, within(1e-11));
    }

    @Test
    void threeTrialsAgreeWithQuadrature() {
        TrainingSet data = Samples.line(new double[] {0.1, 0.35, 0.9}, false, true, true);
        Latent latent = Samples.latent(-0.3, 2.5, 0.3);
        Quadrature exact = new Quadrature(data, latent, -0.3);

        assertThat(run(data, latent).logEvidence()).isCloseTo(exact.logEvidence(), within(2e-3));
        PosteriorQueries posterior = posterior(data, latent).queries(new double[][] {data.x(0), data.x(1), data.x(2)});
        for (int i = 0; i < 3; i++) {
            assertThat(posterior.mean(i)).isCloseTo(exact.mean(i), within(2e-3));
            assertThat(posterior.variance(i)).isCloseTo(exact.variance(i), within(5e-3));
        }
    }

    @Test
    void answersReversedReverseTheLatentFunction() {
        TrainingSet data = Samples.random(3, 25, 2);
        TrainingSet reversed = Samples.reversed(data);
        PosteriorPoint here = posterior(data, Samples.latent(0.7, 4, 0.3, 0.5)).newPoint();
        PosteriorPoint there =
                posterior(reversed, Samples.latent(-0.7, 4, 0.3, 0.5)).newPoint();
        double[] x = {0.2, 0.6};
        assertThat(there.move(x).mean()).isCloseTo(-here.move(x).mean(), within(1e-7));
        assertThat(there.variance()).isCloseTo(here.variance(), within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"20, 0.3", "200, 0.05", "200, 1", "200, 50", "0.01, 0.01"})
    void difficultHyperparametersConvergeToOneFixedPoint(double amplitude, double scale) {
        TrainingSet data = Samples.random(8, 60, 2);
        Latent latent = Samples.latent(1, amplitude, scale, scale);
        ExpectationPropagation cold = run(data, latent);

        ExpectationPropagation warm = run(data, Samples.latent(-1, 3, 0.4, 0.2));
        warm.condition(latent);
        warm.run(TIGHT);

        assertThat(cold.logEvidence()).isNegative().isFinite();
        assertThat(warm.logEvidence()).isCloseTo(cold.logEvidence(), within(1e-8));
    }

    @Test
    void repeatedStimuliAreNoDifficulty() {
        double[] x = new double[30];
        boolean[] yes = new boolean[30];
        for (int i = 0; i < 30; i++) {
            x[i] = i % 3 * 0.4;
            yes[i] = i % 2 == 0;
        }
        assertThat(run(Samples.line(x, yes), Samples.latent(0, 50, 0.5)).logEvidence())
                .isCloseTo(30 * Math.log(0.5), within(8.0));
    }

    @Test
    void nothingObservedLeavesThePrior() {
        TrainingSet nothing = TrainingSet.of(new double[0][], new double[0]);
        PosteriorPoint point =
                posterior(nothing, Samples.latent(0.5, 3, 0.2)).newPoint().move(new double[] {0.1});
        assertThat(point.mean()).isEqualTo(0.5);
        assertThat(point.variance()).isCloseTo(3, within(1e-12));
    }

    private static ExpectationPropagation run(TrainingSet data, Latent latent) {
        ExpectationPropagation sites = new ExpectationPropagation(data, latent);
        sites.run(TIGHT);
        return sites;
    }

    private static Posterior posterior(TrainingSet data, Latent latent) {
        return new SitePosterior(data, latent, run(data, latent));
    }
}
