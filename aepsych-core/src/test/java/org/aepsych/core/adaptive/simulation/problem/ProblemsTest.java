package org.aepsych.core.adaptive.simulation.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The problems are those of the papers. */
class ProblemsTest {
    @Test
    void discriminationStartsAtGuessing() {
        Problem problem = Problems.named("discrimination-2d").orElseThrow();

        assertThat(problem.truth().probability(new double[] {0.3, -1})).isEqualTo(0.5);
        assertThat(problem.truth().probability(new double[] {0, -1 + 0.05 * 0.6744897501960817}))
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    void detectionIsAlmostNeverReportedAtTheLowestIntensity() {
        Problem problem = Problems.named("detection-2d").orElseThrow();

        assertThat(problem.truth().probability(new double[] {0.3, -1})).isCloseTo(3.167124183311998e-5, within(1e-15));
    }

    @Test
    void theHartmannFunctionIsLowWhereItsCentresAre() {
        double[] centre = {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381};

        assertThat(Hartmann.at(centre)).isLessThan(-2);
        assertThat(Hartmann.at(new double[] {1, 1, 1, 1, 1, 1})).isCloseTo(1, within(0.1));
    }

    @Test
    void discriminationInEightDimensionsIsAtItsTargetWhereAmplitudeEqualsTheContext() {
        Problem problem = Problems.named("discrimination-8d").orElseThrow();
        double vscale = 1;
        double vshift = 0.1;
        double context = (-0.5 * vscale + 0.5 * vscale + vshift) * 2 - 1;

        assertThat(problem.truth().probability(new double[] {context, 0, vscale, vshift, 0.1, 0, 0, 1}))
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    void anAudiogramHasItsThresholdsAndIsSmoothBetweenThem() {
        Audiogram audiogram =
                (Audiogram) Problems.named("audiogram-sensory").orElseThrow().truth();

        assertThat(audiogram.threshold(0.5)).isCloseTo(4.19296918, within(1e-9));
        assertThat(audiogram.threshold(3)).isCloseTo(42.00403606, within(1e-9));
        assertThat(audiogram.probability(new double[] {1, 19.83681866})).isCloseTo(0.5, within(1e-9));
        double step = 1e-4;
        double left = audiogram.threshold(2) - audiogram.threshold(2 - step);
        double right = audiogram.threshold(2 + step) - audiogram.threshold(2);
        assertThat((right - left) / step).isCloseTo(0, within(0.01));
    }
}
