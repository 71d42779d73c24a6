package org.aepsych.web.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.strategy.ModelQueries.Estimate;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.core.adaptive.posterior.PosteriorView.Axis;
import org.aepsych.core.adaptive.posterior.PosteriorView.Belief;
import org.aepsych.core.adaptive.posterior.PosteriorView.Held;
import org.aepsych.core.adaptive.posterior.PosteriorView.Point;
import org.aepsych.core.adaptive.posterior.PosteriorView.Scale;
import org.aepsych.web.chart.Plot;
import org.junit.jupiter.api.Test;

class PosteriorChartsTest {
    private static final List<Double> TENTHS =
            IntStream.rangeClosed(0, 10).mapToObj(i -> i / 10.0).toList();
    private static final Axis X = new Axis("x", false, TENTHS, List.of());
    private static final Axis Y = new Axis("y", false, TENTHS, List.of());

    private static PosteriorView view(
            Scale scale, List<Axis> axes, List<Belief> beliefs, Optional<Estimate> threshold, Point... trials) {
        return new PosteriorView(
                "opt",
                beliefs.isEmpty() ? "" : "GP",
                trials.length,
                scale,
                "right",
                List.of("right"),
                List.of("x", "y"),
                axes,
                axes.size() == 1 ? List.of(new Held("y", "0.5", false, 0, 1, List.of())) : List.of(),
                beliefs,
                0.95,
                threshold.map(found -> 0.75),
                threshold,
                List.of(trials));
    }

    private static List<Belief> curve() {
        return TENTHS.stream()
                .map(p -> new Belief(p, 0.1, Math.max(0, p - 0.2), Math.min(1, p + 0.2)))
                .toList();
    }

    private static List<Belief> plane() {
        List<Belief> beliefs = new ArrayList<>();
        for (double x : TENTHS) {
            for (double y : TENTHS) {
                beliefs.add(new Belief(x, y / 10, Math.max(0, x - 0.2), Math.min(1, x + 0.2)));
            }
        }
        return beliefs;
    }

    private static Point trial(int number, double outcome, double... place) {
        return new Point(number, List.of(Arrays.stream(place).boxed().toList()), outcome, true);
    }

    @Test
    void aCurveHasItsBandTheThresholdWithItsIntervalAndTheTrials() {
        Plot plot = PosteriorCharts.of(view(
                        Scale.PROBABILITY,
                        List.of(X),
                        curve(),
                        Optional.of(new Estimate(0.75, 0.6, 0.9)),
                        trial(1, 1, 0.5),
                        trial(2, 0, 0.5),
                        trial(3, 1, 0.9)))
                .get(0);
        assertThat(plot.lines()).extracting(Plot.Shape::style).containsExactly("belief");
        assertThat(plot.bands()).extracting(Plot.Shape::style).containsExactly("belief-band");
        assertThat(plot.tiles()).extracting(Plot.Tile::style).containsExactly("threshold-interval");
        assertThat(plot.dots()).extracting(Plot.Dot::label).containsExactly("0.5: 1 of 2 yes", "0.9: 1 of 1 yes");
        assertThat(plot.dots().get(0).radius())
                .as("two trials are a larger dot")
                .isGreaterThan(plot.dots().get(1).radius());
        assertThat(plot.rules()).extracting(Plot.Segment::style).contains("tick-yes", "tick-no", "threshold");
        assertThat(plot.description())
                .contains("threshold at 75 %: 0.75, 95 % interval 0.6 to 0.9")
                .contains("y 0.5");
        assertThat(plot.table().rows()).hasSize(11).contains(List.of("0.3", "0.3", "0.1", "0.5"));
    }

    @Test
    void aPlaneIsAMapOfWhatIsExpectedBesideOneOfHowUncertainThatIs() {
        List<Plot> plots = PosteriorCharts.of(view(
                Scale.PROBABILITY,
                List.of(X, Y),
                plane(),
                Optional.of(new Estimate(0, 0, 0)),
                trial(1, 1, 0.5, 0.5),
                trial(2, 0, 0.5, 0.5),
                trial(3, 0, 0.5, 0.5)));
        assertThat(plots).extracting(Plot::title).containsExactly("Probability of a yes", "Uncertainty");
        assertThat(plots.get(0).lines())
                .extracting(Plot.Shape::style)
                .containsExactly("contour-limit", "contour-limit", "contour");
        assertThat(plots.get(0).areas())
                .extracting(Plot.Area::style)
                .startsWith("heat-0", "heat-1")
                .endsWith("heat-9");
        assertThat(plots.get(1).areas()).extracting(Plot.Area::style).contains("doubt-9");
        assertThat(plots.get(0).dots())
                .extracting(dot -> dot.style() + ": " + dot.label())
                .containsExactly("trial-yes: trial 1 at x 0.5, y 0.5: yes", "trial-no: 2 trials at x 0.5, y 0.5: no");
        assertThat(plots.get(0).table().columns()).startsWith("y \\ x", "0").endsWith("1");
        assertThat(plots.get(0).table().rows().get(0)).startsWith("1", "0").endsWith("1");
    }

    @Test
    void ofPairsTheUtilityIsDrawnAndWhatWasPreferred() {
        Point pair = new Point(1, List.of(List.of(0.2, 0.2), List.of(0.8, 0.6)), 1, true);
        List<Plot> plots = PosteriorCharts.of(view(Scale.LATENT, List.of(X, Y), plane(), Optional.empty(), pair));
        assertThat(plots.get(0).title()).isEqualTo("Utility");
        assertThat(plots.get(0).arrows()).hasSize(1);
        assertThat(plots.get(0).dots())
                .singleElement()
                .satisfies(dot -> assertThat(dot.label()).contains("preferred x 0.8, y 0.6 to x 0.2, y 0.2"));
    }

    @Test
    void numbersAreDrawnWhereTheyAreAndCategoriesOfAParameterAsIntervals() {
        Plot numbers = PosteriorCharts.of(view(Scale.NUMBER, List.of(X), curve(), Optional.empty(), trial(1, 7.5, 0.5)))
                .get(0);
        assertThat(numbers.dots()).extracting(Plot.Dot::label).containsExactly("trial 1: 7.5");
        Axis colours = new Axis("colour", false, List.of(0.0, 1.0), List.of("red", "blue"));
        Plot plot = PosteriorCharts.of(view(
                        Scale.PROBABILITY,
                        List.of(colours),
                        List.of(new Belief(0.2, 0.1, 0.1, 0.4), new Belief(0.6, 0.1, 0.4, 0.8)),
                        Optional.empty()))
                .get(0);
        assertThat(plot.horizontal()).extracting(Plot.Mark::label).containsExactly("red", "blue");
        assertThat(plot.dots()).extracting(Plot.Dot::label).contains("blue: 0.6 (0.4 to 0.8)");
    }

    @Test
    void withoutAModelThereAreOnlyTheTrials() {
        List<Plot> curve =
                PosteriorCharts.of(view(Scale.PROBABILITY, List.of(X), List.of(), Optional.empty(), trial(1, 1, 0.5)));
        assertThat(curve.get(0).lines()).isEmpty();
        assertThat(curve.get(1).dots()).extracting(Plot.Dot::label).containsExactly("trial 1: x 0.5, yes");
        assertThat(PosteriorCharts.of(view(Scale.PROBABILITY, List.of(X, Y), List.of(), Optional.empty())))
                .extracting(Plot::title)
                .containsExactly("Trials");
    }
}
