package org.aepsych.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void marksAreRoundNumbersWithinTheAxis() {
        assertThat(labels(new Scale(0, 1, 0, 100).marks(5))).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(labels(new Scale(-3.2, 7.9, 0, 100).marks(5))).containsExactly("−2", "0", "2", "4", "6");
        assertThat(labels(new Scale(0.001, 0.0042, 0, 100).marks(4)))
                .containsExactly("0.001", "0.002", "0.003", "0.004");
    }

    @Test
    void countsBeginAtTheFirst() {
        assertThat(labels(new Scale(1, 3, 0, 100).wholeMarks(10))).containsExactly("1", "2", "3");
        assertThat(labels(new Scale(1, 40, 0, 100).wholeMarks(8)))
                .containsExactly("1", "5", "10", "15", "20", "25", "30", "35", "40");
    }

    @Test
    void whatLiesBeyondIsDrawnAtTheEdge() {
        Scale scale = new Scale(0, 10, 300, 0);
        assertThat(scale.at(-5)).isEqualTo(300);
        assertThat(scale.at(5)).isEqualTo(150);
        assertThat(scale.at(50)).isZero();
    }

    @Test
    void ratiosAreEqualDistancesOnALogarithmicAxis() {
        Scale scale = new Scale(0.01, 1, 0, 100, true);
        assertThat(scale.at(0.1)).isEqualTo(50);
        assertThat(scale.at(0)).as("what has no logarithm").isZero();
        assertThat(labels(scale.marks(5))).containsExactly("0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1");
        assertThat(labels(new Scale(1e-6, 1e6, 0, 100, true).marks(5)))
                .containsExactly("0.000001", "0.0001", "0.01", "1", "100", "10000", "1000000");
        assertThat(labels(new Scale(3, 8, 0, 100, true).marks(5)))
                .as("within a decade, round numbers")
                .containsExactly("3", "4", "5", "6", "7", "8");
    }

    private static List<String> labels(List<Plot.Mark> marks) {
        return marks.stream().map(Plot.Mark::label).toList();
    }
}
