package org.aepsych.strategies.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.aepsych.strategies.gp.Approximation;
import org.aepsych.strategies.gp.GpModel;
import org.aepsych.strategies.gp.Inference;
import org.aepsych.strategies.gp.Latent;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.TrainingSet;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.model.Models;
import org.aepsych.strategies.outcome.BinaryLikelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.prior.Hyperparameters;
import org.aepsych.strategies.sobol.SobolSequence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores know how they change with the place, under every kind of posterior that does. */
class SlopesTest {
    private static final double H = 1e-4;
    private static final int TRIALS = 24;
    private static final double[][] PLACES = {{0.31, 0.64}, {0.72, 0.18}, {0.08, 0.93}, {0.52, 0.47}};
    private static final double[][] PAIRS = {{0.31, 0.64, 0.8, 0.2}, {0.72, 0.18, 0.1, 0.55}};
    private static final QuantityChoice LATENT = new QuantityChoice(true, Optional.empty());

    static Stream<Arguments> singles() {
        List<AcquisitionFunction> functions = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            functions.add(new LookAhead(measure, LookAhead.Event.LEVEL_SET, 0.75, 40));
            functions.add(new LookAhead(measure, LookAhead.Event.RESPONSE, 0.75, 40));
            functions.add(new LocalLookAhead(measure, 0.75));
        }
        for (QuantityChoice about : List.of(QuantityChoice.NATURAL, LATENT)) {
            functions.add(new Straddle(0.75, 3.84, about, true));
            functions.add(new PosteriorVariance(about, true));
            functions.add(new UpperBound(1.96, about, true));
            functions.add(new UpperBound(0, about, true));
            functions.add(new ExpectedImprovement(about, true, true));
            functions.add(new ExpectedImprovement(about, true, false));
            functions.add(new NoisyImprovement(about, true));
        }
        functions.add(new ResponseInformation());
        functions.add(new ImprovementProbability());
        functions.add(new ApproximateLookAhead(0.75, 40));
        functions.add(new IntegratedVariance(40));
        functions.add(new KnowledgeGradient(40));
        List<Arguments> all = new ArrayList<>();
        posteriors().forEach((name, posterior) -> functions.forEach(f -> all.add(Arguments.of(name, f, posterior))));
        return all.stream();
    }

    private static Map<String, Posterior> posteriors() {
        Map<String, Posterior> posteriors = new LinkedHashMap<>();
        posteriors.put("probit", posterior(Link.probit(0), Approximation.EXACT));
        posteriors.put("floor", posterior(Link.probit(0.4), Approximation.EXACT));
        posteriors.put("logit", posterior(Link.logit(0.1), new Approximation(Inference.VARIATIONAL, 100)));
        posteriors.put(
                "inducing points", posterior(Link.probit(0), new Approximation(Inference.EXPECTATION_PROPAGATION, 12)));
        return posteriors;
    }

    private static Posterior posterior(Link link, Approximation approximation) {
        Hyperparameters hyperparameters = new Hyperparameters();
        LatentParts parts = LatentPriors.standard(StimulusSpace.numbers(2), PriorSet.standard(), hyperparameters);
        Model model = new GpModel(
                hyperparameters,
                (data, x) -> new Latent(parts.mean().at(x), parts.kernel().at(x), new BinaryLikelihood(link)),
                approximation);
        return model.posterior(trials(2), List.of(0.1, 1.2, -0.9, -0.6));
    }

    private static TrainingSet trials(int dimension) {
        // The first two unscrambled points would compare a stimulus with itself.
        double[][] x = Arrays.copyOfRange(SobolSequence.unscrambled(dimension).points(TRIALS + 2), 2, TRIALS + 2);
        boolean[] yes = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            yes[i] = x[i][0] + x[i][1] + (dimension > 2 ? -x[i][2] - x[i][3] + 1 : 0) > 1 == (i % 5 != 0);
        }
        return TrainingSet.binary(x, yes);
    }

    private static Situation situation(Posterior posterior, int stimuli) {
        double[][] queries = SobolSequence.unscrambled(2 * stimuli).points(40);
        return new Situation(
                posterior,
                posterior.queries(queries),
                Arrays.asList(SobolSequence.unscrambled(2 * stimuli).points(6)),
                stimuli,
                RandomGeneratorFactory.of("L64X128MixRandom").create(3));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("singles")
    void slopesAreThoseOfFiniteDifferences(String name, AcquisitionFunction function, Posterior posterior) {
        assertSlopes(function, posterior, 1, PLACES);
    }

    static Stream<AcquisitionFunction> comparisons() {
        return Stream.of(
                new BestOptionUtility(),
                new ResponseInformation(),
                new PosteriorVariance(QuantityChoice.NATURAL, true),
                new LookAhead(Measure.INFORMATION, LookAhead.Event.LEVEL_SET, 0.75, 40));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void comparisonsHaveSlopesToo(AcquisitionFunction function) {
        Posterior posterior = Models.comparison(StimulusSpace.numbers(2), PriorSet.standard())
                .posterior(trials(4), List.of(1.0, -0.9, -0.6));
        assertSlopes(function, posterior, 2, PAIRS);
    }

    private static void assertSlopes(
            AcquisitionFunction function, Posterior posterior, int stimuli, double[][] places) {
        SmoothScores scores = (SmoothScores) function.over(situation(posterior, stimuli));
        PosteriorPoint point = posterior.newPoint();
        for (double[] place : places) {
            double[] slopes = new double[place.length];
            double score = scores.of(point.move(place), 40, slopes);
            assertThat(score).isCloseTo(scores.of(point, 40), within(1e-9 * Math.max(1, Math.abs(score))));
            for (int j = 0; j < place.length; j++) {
                double slope = (8 * (at(scores, point, place, j, H) - at(scores, point, place, j, -H))
                                - (at(scores, point, place, j, 2 * H) - at(scores, point, place, j, -2 * H)))
                        / (12 * H);
                assertThat(slopes[j])
                        .as("coordinate %d", j)
                        .isCloseTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
            }
        }
    }

    private static double at(SmoothScores scores, PosteriorPoint point, double[] place, int coordinate, double by) {
        double[] there = place.clone();
        there[coordinate] += by;
        return scores.of(point.move(there), 40);
    }
}
