package org.aepsych.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveView;
import org.aepsych.core.adaptive.AdaptiveView.Axis;
import org.aepsych.core.adaptive.AdaptiveView.Dimension;
import org.aepsych.core.adaptive.AdaptiveView.Given;
import org.aepsych.core.adaptive.AdaptiveView.Measured;
import org.aepsych.core.adaptive.AdaptiveView.PredictionGrid;
import org.aepsych.core.adaptive.AdaptiveView.Shown;
import org.junit.jupiter.api.Test;

class TrialChartTest {
    private static final Dimension X = new Dimension("x", "continuous", 0, 10, List.of());
    private static final Dimension Y = new Dimension("y", "continuous", -1, 1, List.of());

    @Test
    void oneParameterIsDrawnWithItsCurve() {
        PredictionGrid grid = new PredictionGrid(List.of(new Axis("x", List.of(0.0, 10.0))), List.of(0.0, 1.0));
        Chart chart = TrialChart.of(view(List.of(X), List.of(trial("10", 1)), Optional.of(grid)))
                .orElseThrow();
        assertThat(chart.curve()).isEqualTo("56.0,348.0 624.0,16.0");
        assertThat(chart.dots()).containsExactly(new Chart.Dot(624, 16, true, "x 10: outcome 1"));
    }

    @Test
    void twoParametersAreAPlaneOfTiles() {
        PredictionGrid grid = new PredictionGrid(
                List.of(new Axis("x", List.of(0.0, 10.0)), new Axis("y", List.of(-1.0, 1.0))),
                List.of(0.0, 0.25, 0.5, 1.0));
        Shown trial =
                new Shown(List.of(new Given("x", "5"), new Given("y", "0")), List.of(new Measured("outcome", 0)), true);
        Chart chart = TrialChart.of(view(List.of(X, Y), List.of(trial), Optional.of(grid)))
                .orElseThrow();
        assertThat(chart.tiles()).hasSize(4);
        assertThat(chart.tiles().get(1).opacity())
                .isLessThan(chart.tiles().get(3).opacity());
        assertThat(chart.tiles().get(1).y()).isEqualTo(16);
        assertThat(chart.dots()).singleElement().satisfies(dot -> {
            assertThat(dot.yes()).isFalse();
            assertThat(dot.x()).isEqualTo(340);
            assertThat(dot.y()).isEqualTo(182);
        });
    }

    @Test
    void whatIsNotANumberIsLeftOut() {
        assertThat(TrialChart.of(view(List.of(X), List.of(trial("high", 1), trial("1", 0)), Optional.empty()))
                        .orElseThrow()
                        .dots())
                .hasSize(1);
        Dimension colour = new Dimension("colour", "categorical", 0, 1, List.of("red", "blue"));
        assertThat(TrialChart.of(view(List.of(colour), List.of(), Optional.empty())))
                .isEmpty();
        assertThat(TrialChart.of(view(List.of(X, Y, X), List.of(), Optional.empty())))
                .isEmpty();
    }

    private static Shown trial(String x, double outcome) {
        return new Shown(List.of(new Given("x", x)), List.of(new Measured("outcome", outcome)), true);
    }

    private static AdaptiveView view(
            List<Dimension> parameters, List<Shown> trials, Optional<PredictionGrid> prediction) {
        return new AdaptiveView(
                new StreamId(1), 0, "", "e", "p", List.of("opt"), 0, false, false, parameters, trials, prediction);
    }
}
