package org.aepsych.strategies.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.outcome.BinaryLikelihood;
import org.aepsych.strategies.outcome.GaussianLikelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.prior.Hyperparameters;
import org.aepsych.strategies.sobol.SobolSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectation propagation, the variational approximation and the one through inducing points, beside each other. */
class InferenceTest {
    private static final double[] THERE = {0.4, 0.7};

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 4, 30})
    void bothApproximationsBelieveNearlyTheSame(double amplitude) {
        TrainingSet data = Samples.random(3, 60, 2);
        Latent latent = Samples.latent(0.2, amplitude, 0.4, 0.6);
        PosteriorPoint propagated = run(Inference.EXPECTATION_PROPAGATION.sites(data, latent))
                .newPoint()
                .move(THERE);
        PosteriorPoint variational =
                run(Inference.VARIATIONAL.sites(data, latent)).newPoint().move(THERE);
        double deviation = Math.sqrt(propagated.variance());
        assertThat(variational.mean()).isCloseTo(propagated.mean(), within(0.15 * deviation));
        assertThat(Math.sqrt(variational.variance())).isCloseTo(deviation, within(0.1 * deviation));
    }

    @Test
    void theVariationalBoundIsBelowTheEvidence() {
        TrainingSet data = Samples.random(4, 4, 2);
        Latent latent = Samples.latent(0, 2.5, 0.4, 0.6);
        Sites propagated = Inference.EXPECTATION_PROPAGATION.sites(data, latent);
        Sites variational = Inference.VARIATIONAL.sites(data, latent);
        run(propagated);
        run(variational);
        assertThat(variational.logEvidence())
                .isLessThan(propagated.logEvidence())
                .isGreaterThan(propagated.logEvidence() - 0.1);
    }

    @Test
    void normalNoiseIsExactInBoth() {
        TrainingSet plain = Samples.random(5, 20, 2);
        Latent latent = Samples.latent(new GaussianLikelihood(0.3, -1), 0.1, 2, 0.4, 0.6);
        PosteriorPoint propagated = run(Inference.EXPECTATION_PROPAGATION.sites(plain, latent))
                .newPoint()
                .move(THERE);
        PosteriorPoint variational =
                run(Inference.VARIATIONAL.sites(plain, latent)).newPoint().move(THERE);
        assertThat(variational.mean()).isCloseTo(propagated.mean(), within(1e-9));
        assertThat(variational.variance()).isCloseTo(propagated.variance(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void theBoundsGradientIsThatOfFiniteDifferences(double floor) {
        Hyperparameters hyperparameters = new Hyperparameters();
        LatentParts parts = LatentPriors.standard(StimulusSpace.numbers(2), PriorSet.standard(), hyperparameters);
        BinaryLikelihood likelihood = new BinaryLikelihood(Link.probit(floor));
        Evidence evidence = new Evidence(
                (data, x) -> new Latent(parts.mean().at(x), parts.kernel().at(x), likelihood),
                hyperparameters,
                Samples.random(6, 25, 2),
                1e-12,
                Inference.VARIATIONAL);
        if (floor == 0) {
            Gradients.assertExact(evidence, 0.3, 1.1, -1, -0.6);
        } else {
            // Sites without negative precision make the bound a little less than the best, so its gradient is near
            // only.
            assertThat(evidence.at(new double[] {0.3, 1.1, -1, -0.6}, new double[4]))
                    .isFinite();
        }
    }

    @Test
    void inducingPointsAtAllTrialsChangeNothing() {
        TrainingSet data = Samples.random(7, 30, 2);
        Latent latent = Samples.latent(0.2, 3, 0.2, 0.25);
        SparseSites sparse = new SparseSites(data, latent, InducingPoints.choose(data, latent.kernel(), 30));
        Sites full = Inference.VARIATIONAL.sites(data, latent);
        Posterior few = run(sparse);
        Posterior all = run(full);
        assertThat(sparse.logEvidence()).isCloseTo(full.logEvidence(), within(1e-3));
        assertThat(few.newPoint().move(THERE).mean())
                .isCloseTo(all.newPoint().move(THERE).mean(), within(1e-3));
        double[][] places = {{0.1, 0.2}, {0.5, 0.5}, THERE};
        JointNormal sparsely = few.joint(places);
        JointNormal fully = all.joint(places);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(sparsely.covariance(i, j)).isCloseTo(fully.covariance(i, j), within(1e-3));
            }
        }
    }

    static Stream<Arguments> methods() {
        double[][] even = new double[40][];
        SobolSequence sequence = SobolSequence.unscrambled(2);
        Arrays.setAll(even, i -> sequence.point(i + 1));
        return Stream.of(
                Arguments.of("greedy", InducingMethod.GREEDY),
                Arguments.of("clusters", InducingMethod.CLUSTERS),
                Arguments.of("evenly spread", InducingMethod.fixed(List.of(even))),
                Arguments.of("greedy and others", InducingMethod.GREEDY.with(List.of(even[0], even[1]))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void fewInducingPointsSummariseManyTrials(String name, InducingMethod method) {
        TrainingSet data = Samples.random(8, 300, 2);
        Latent latent = Samples.latent(0.2, 3, 0.6, 0.6);
        double[][] inducing = method.choose(data, latent.kernel(), 40);
        PosteriorPoint few =
                run(new SparseSites(data, latent, inducing)).newPoint().move(THERE);
        PosteriorPoint all =
                run(Inference.VARIATIONAL.sites(data, latent)).newPoint().move(THERE);
        assertThat(inducing.length).isBetween(30, 42);
        assertThat(few.mean()).isCloseTo(all.mean(), within(0.02));
        assertThat(few.variance()).isCloseTo(all.variance(), within(0.1 * all.variance()));
    }

    @Test
    void clustersAreRepresentedByTrials() {
        double[][] x = {{0, 0}, {0, 0.02}, {0.02, 0}, {1, 1}, {1, 0.98}, {0.98, 1}, {0, 1}, {0, 1}};
        TrainingSet data = TrainingSet.binary(x, new boolean[x.length]);

        double[][] chosen =
                InducingMethod.CLUSTERS.choose(data, Samples.latent(0, 1, 1, 1).kernel(), 3);

        assertThat(chosen).hasNumberOfRows(3);
        assertThat(List.of(chosen)).allSatisfy(place -> assertThat(List.of(x)).contains(place));
        assertThat(Arrays.stream(chosen)
                        .map(place -> Math.round(place[0]) + " " + Math.round(place[1]))
                        .toList())
                .containsExactlyInAnyOrder("0 0", "1 1", "0 1");
        // What is there twice is one place.
        assertThat(InducingMethod.CLUSTERS.choose(
                        data, Samples.latent(0, 1, 1, 1).kernel(), 7))
                .hasNumberOfRows(7);
        assertThat(InducingMethod.CLUSTERS.choose(
                        data, Samples.latent(0, 1, 1, 1).kernel(), 100))
                .hasNumberOfRows(7);
    }

    private static Posterior run(Sites sites) {
        sites.run(1e-10);
        return sites.posterior();
    }
}
