package org.aepsych.core.adaptive.simulation.observer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Value;
import org.junit.jupiter.api.Test;

/** Observers answer as they are said to, with every kind of outcome. */
class SimulatedObserverTest {
    private static final ParameterSpace SPACE = new ParameterSpace(List.of(
            new Parameter.Continuous("contrast", 0.01, 1, true, true),
            new Parameter.Whole("dots", 1, 9, false, true),
            new Parameter.Categorical("colour", List.of("red", "green", "blue")),
            new Parameter.Binary("mask"),
            new Parameter.Fixed("screen", Value.of("left"))));
    private static final double[] FAINT = {0.05, 3, 0, 0, 0};
    private static final double[] CLEAR = {0.5, 3, 0, 0, 0};
    private static final Landscape RISING = new Landscape.Rising(0, OptionalDouble.of(-1), 2);
    private static final int DRAWS = 20_000;

    private static Responder responder(Landscape landscape, Response response) {
        return new SimulatedObserver(SPACE, List.of(new SimulatedObserver.Sense(landscape, response)))
                .inSession(5)
                .get(0);
    }

    private static double mean(Responder responder, double[]... stimuli) {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        return IntStream.range(0, DRAWS)
                .mapToDouble(i -> responder.answer(List.of(stimuli), chance))
                .average()
                .orElseThrow();
    }

    @Test
    void answersHaveTheMeanThatIsToBeFoundOut() {
        for (Landscape landscape : List.of(RISING, new Landscape.Peak(4))) {
            for (Response response : List.of(
                    new Response.Detection(Psychometric.LOGISTIC, 0.2, 0.1),
                    new Response.Rating(5, List.of(), 0.1),
                    new Response.Rating(3, List.of(-0.5, 0.8), 0),
                    new Response.Measured(0.7, 0.2))) {
                Responder responder = responder(landscape, response);
                assertThat(mean(responder, CLEAR))
                        .as("%s, %s", landscape, response)
                        .isCloseTo(responder.expected(CLEAR), within(0.05));
            }
        }
    }

    @Test
    void theProbabilityRisesFromGuessingToOneMinusLapses() {
        Responder responder = responder(RISING, new Response.Detection(Psychometric.NORMAL, 0.5, 0.02));

        double log = Math.log10(0.05) + 1;
        assertThat(responder.expected(FAINT)).isCloseTo(0.5 + 0.48 * Probit.of(2 * log), within(1e-12));
        assertThat(responder.expected(CLEAR)).isGreaterThan(responder.expected(FAINT));
    }

    @Test
    void ofTwoStimuliThatWithTheHigherUtilityIsPreferredButForLapses() {
        Responder.Comparing probit =
                (Responder.Comparing) responder(RISING, new Response.Choice(Psychometric.NORMAL, 0.1));
        Responder.Comparing logit =
                (Responder.Comparing) responder(RISING, new Response.Choice(Psychometric.LOGISTIC, 0));

        // The utilities differ by 2.
        assertThat(probit.preferred(CLEAR, FAINT)).isCloseTo(0.05 + 0.9 * Probit.of(2), within(1e-12));
        assertThat(logit.preferred(FAINT, CLEAR)).isCloseTo(1 / (1 + Math.exp(2)), within(1e-12));
        assertThat(mean(probit, FAINT, CLEAR)).isCloseTo(probit.preferred(CLEAR, FAINT), within(0.02));
    }

    @Test
    void categoriesAreEquallyFrequentOverTheSpaceUnlessTheyHaveCutPoints() {
        Landscape steep = new Landscape.Rising(0, OptionalDouble.of(-1), 1000);
        Responder responder = responder(steep, new Response.Rating(4, List.of(), 0));
        Grid grid = new Grid(SPACE, new double[] {0.3, 0.1, 0.7, 0.4, 0.2});
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(3);

        int[] counts = new int[4];
        for (double[] position : grid.positions(1000)) {
            double[] stimulus = grid.numbers(grid.stimulus(position));
            counts[(int) responder.answer(List.of(stimulus), chance)]++;
        }

        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(230, 270));
    }

    @Test
    void aPeakIsWhereOneObserverHasItAndChoicesMatter() {
        Surface one = new Landscape.Peak(4).inSession(SPACE, 1);
        Surface other = new Landscape.Peak(4).inSession(SPACE, 2);
        Grid grid = new Grid(SPACE);

        List<double[]> places = grid.positions(2000).stream()
                .map(position -> grid.numbers(grid.stimulus(position)))
                .toList();
        double highest = places.stream().mapToDouble(one::at).max().orElseThrow();
        assertThat(highest).isBetween(1.7, 2.0);
        assertThat(places).anySatisfy(place -> assertThat(one.at(place)).isLessThan(0));
        assertThat(places).anySatisfy(place -> assertThat(one.at(place)).isNotCloseTo(other.at(place), within(0.5)));
        assertThat(IntStream.range(0, 3)
                        .mapToDouble(colour -> one.at(new double[] {0.1, 5, colour, 0, 0}))
                        .distinct()
                        .count())
                .isEqualTo(3);
    }
}
