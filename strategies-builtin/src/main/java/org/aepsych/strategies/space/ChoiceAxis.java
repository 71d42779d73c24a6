package org.aepsych.strategies.space;

import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Value;

/** A categorical parameter; models see the place of the choice. */
final class ChoiceAxis implements Axis {
    private final Parameter.Categorical parameter;

    ChoiceAxis(Parameter.Categorical parameter) {
        this.parameter = parameter;
    }

    @Override
    public Value value(double coordinate) {
        return Value.of(parameter.choices().get(index(coordinate)));
    }

    @Override
    public double model(Value value) {
        int index = value instanceof Value.Text text ? parameter.choices().indexOf(text.value()) : -1;
        if (index < 0) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "parameter " + parameter.name() + " is one of " + parameter.choices() + ", but is " + value);
        }
        return index;
    }

    @Override
    public boolean nominal() {
        return true;
    }

    @Override
    public double[] neighbours(double coordinate, double step) {
        int count = parameter.choices().size();
        int here = index(coordinate);
        return IntStream.range(0, count)
                .filter(other -> other != here)
                .mapToDouble(other -> (other + 0.5) / count)
                .toArray();
    }

    private int index(double coordinate) {
        int count = parameter.choices().size();
        return Math.min(count - 1, (int) (coordinate * count));
    }
}
