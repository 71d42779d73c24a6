package org.aepsych.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContoursTest {
    private static final int SIZE = 41;

    private static Contours contours(DoubleBinaryOperator height) {
        List<Double> places = IntStream.range(0, SIZE).mapToObj(i -> (double) i).toList();
        List<Double> heights = new ArrayList<>();
        for (double x : places) {
            for (double y : places) {
                heights.add(height.applyAsDouble(x, y));
            }
        }
        double[] coordinates = places.stream().mapToDouble(Double::doubleValue).toArray();
        return new Contours(coordinates, coordinates, new Surface(places, places, heights));
    }

    /** Twice the area within a closed line. */
    private static double area(List<Contours.Place> line) {
        double sum = 0;
        for (int i = 0; i < line.size(); i++) {
            Contours.Place a = line.get(i);
            Contours.Place b = line.get((i + 1) % line.size());
            sum += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(sum) / 2;
    }

    @Test
    void aHillIsSurroundedByOneClosedLine() {
        Contours hill = contours((x, y) -> -Math.hypot(x - 20, y - 20));
        List<List<Contours.Place>> lines = hill.lines(-10);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.get(0)).isEqualTo(line.get(line.size() - 1));
            assertThat(line)
                    .allSatisfy(place -> assertThat(Math.hypot(place.x() - 20, place.y() - 20))
                            .isCloseTo(10, within(0.15)));
        });
    }

    @Test
    void aSlopeIsCutByALineFromBorderToBorderAndItsHighPartIsClosed() {
        Contours slope = contours((x, y) -> x);
        assertThat(slope.lines(10.5)).singleElement().satisfies(line -> {
            assertThat(line)
                    .hasSize(SIZE)
                    .allSatisfy(place -> assertThat(place.x()).isEqualTo(10.5));
        });
        assertThat(slope.region(10.5))
                .singleElement()
                .satisfies(line -> assertThat(area(line)).isCloseTo(29.5 * 40, within(1e-6)));
    }

    @Test
    void everythingIsHighAboveALevelThatIsLow() {
        Contours flat = contours((x, y) -> 3);
        assertThat(flat.lines(3)).isEmpty();
        assertThat(flat.region(3))
                .singleElement()
                .satisfies(line -> assertThat(area(line)).isEqualTo(1600));
        assertThat(flat.region(3.1)).isEmpty();
    }

    @Test
    void aCraterIsAHoleInTheHighPart() {
        Contours crater = contours((x, y) -> Math.hypot(x - 20, y - 20));
        assertThat(crater.region(10)).hasSize(2);
    }

    @Test
    void atASaddleTheLinesDoNotCross() {
        Contours saddle = contours((x, y) -> (x - 20.5) * (y - 20.5));
        assertThat(saddle.lines(0)).hasSize(2);
    }
}
