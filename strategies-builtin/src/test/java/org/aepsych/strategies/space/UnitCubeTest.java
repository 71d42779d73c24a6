package org.aepsych.strategies.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.aepsych.api.AepsychException;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitCubeTest {
    @ParameterizedTest
    @CsvSource({
        // bounds, logarithmic: the constant is 1 − lower, 1 or 0
        "-2.5, 6.5, 3.5",
        "0, 99, 1",
        "0.5, 8000, 1",
        "1, 100, 0",
        "10, 1000, 0"
    })
    void theLogarithmOfAContinuousParameterHasAnExactConstant(double lower, double upper, double constant) {
        UnitCube cube = cube(new Parameter.Continuous("x", lower, upper, true, false));
        double middle = (lower + upper) / 2;
        assertThat(cube.model(Stimulus.of(middle))[0]).isCloseTo(Math.log10(middle + constant), within(1e-14));
    }

    @Test
    void boundsAreReachedExactlyInSpiteOfTheLogarithm() {
        UnitCube cube = cube(new Parameter.Continuous("x", 0.1, 8000, true, true));
        assertThat(cube.stimulus(new double[] {0})).isEqualTo(Stimulus.of(0.1));
        assertThat(cube.stimulus(new double[] {1})).isEqualTo(Stimulus.of(8000));
        assertThat(cube.model(Stimulus.of(0.1))[0]).isZero();
        assertThat(cube.model(Stimulus.of(8000))[0]).isEqualTo(1);
    }

    @Test
    void wholeNumbersHaveEqualSharesAndAreRoundedHalfToEven() {
        UnitCube cube = cube(new Parameter.Whole("n", -1, 2, false, true));
        int[] counts = new int[4];
        for (int i = 0; i < 4000; i++) {
            Value value =
                    cube.stimulus(new double[] {(i + 0.5) / 4000}).values().get(0);
            counts[(int) ((Value.Numeric) value).value() + 1]++;
        }
        assertThat(counts).containsExactly(1000, 1000, 1000, 1000);
        assertThat(cube.model(Stimulus.of(0.5))).isEqualTo(cube.model(Stimulus.of(0)));
        assertThat(cube.model(Stimulus.of(1.5))).isEqualTo(cube.model(Stimulus.of(2)));
        assertThat(cube.model(Stimulus.of(-1))[0]).isCloseTo(0.125, within(1e-6));
    }

    @Test
    void aLogarithmicWholeNumberFromOneIsShiftedBecauseItsShareBeginsBelow() {
        UnitCube cube = cube(new Parameter.Whole("n", 1, 9, true, false));
        assertThat(cube.model(Stimulus.of(4))[0]).isCloseTo(Math.log10(5), within(1e-15));
    }

    @Test
    void binaryAndCategoricalParametersAreNotNormalised() {
        UnitCube cube = cube(
                new Parameter.Binary("mask"), new Parameter.Categorical("colour", List.of("red", "green", "blue")));
        Stimulus stimulus = new Stimulus(List.of(Value.of(1), Value.of("blue")));
        assertThat(cube.model(stimulus)).containsExactly(1, 2);
        assertThat(cube.stimulus(new double[] {0.75, 0.99})).isEqualTo(stimulus);
        assertThat(cube.nominal()).containsExactly(false, true);
    }

    @Test
    void fixedParametersHaveNoAxis() {
        UnitCube cube = cube(
                new Parameter.Fixed("screen", Value.of("left")),
                new Parameter.Continuous("x", 0, 2, false, true),
                new Parameter.Fixed("distance", Value.of(57)));
        assertThat(cube.dimension()).isEqualTo(1);
        assertThat(cube.stimulus(new double[] {0.5}))
                .isEqualTo(new Stimulus(List.of(Value.of("left"), Value.of(1), Value.of(57))));
    }

    @Test
    void modelsSeeWhatIsPresented() {
        UnitCube cube = cube(
                new Parameter.Continuous("x", 0.5, 80, true, true),
                new Parameter.Whole("n", 1, 40, true, true),
                new Parameter.Binary("b"));
        double[] point = {0.123, 0.456, 0.789};
        assertThat(cube.model(point)).isEqualTo(cube.model(cube.stimulus(point)));
    }

    @Test
    void heldParametersKeepTheirAxisWithoutEffect() {
        UnitCube cube = cube(
                        new Parameter.Continuous("x", 0, 1, false, true), new Parameter.Whole("n", 0, 9, false, true))
                .holding(Map.of("n", Value.of(2.4)));
        assertThat(cube.dimension()).isEqualTo(2);
        assertThat(cube.stimulus(new double[] {0.25, 0.9})).isEqualTo(Stimulus.of(0.25, 2));
        assertThat(cube.neighbours(1, 0.9, 0.1)).isEmpty();
    }

    @Test
    void neighboursHaveOtherValues() {
        UnitCube cube = cube(
                new Parameter.Continuous("x", 0, 1, false, true),
                new Parameter.Whole("n", 0, 9, true, true),
                new Parameter.Categorical("c", List.of("a", "b", "c")));
        assertThat(cube.neighbours(0, 0.95, 0.1)).hasSize(2).contains(1.0);
        assertThat(cube.neighbours(0, 0, 0.1)).containsExactly(0.1);
        Stimulus here = cube.stimulus(new double[] {0.5, 0.5, 0.5});
        for (double there : cube.neighbours(1, 0.5, 1e-3)) {
            Value moved = cube.stimulus(new double[] {0.5, there, 0.5}).values().get(1);
            double distance = ((Value.Numeric) moved).value()
                    - ((Value.Numeric) here.values().get(1)).value();
            assertThat(Math.abs(distance)).isEqualTo(1);
        }
        assertThat(cube.neighbours(2, 0.5, 0.1)).hasSize(2);
    }

    @Test
    void valuesWithoutPlaceOnAnAxisAreRefused() {
        UnitCube cube = cube(new Parameter.Continuous("x", 1, 9, true, true));
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> cube.model(Stimulus.of(-4)))
                .withMessageContaining("x is logarithmic and cannot be -4");
    }

    private static UnitCube cube(Parameter... parameters) {
        return UnitCube.of(new ParameterSpace(List.of(parameters)));
    }
}
