package org.aepsych.strategies.space;

import java.util.stream.DoubleStream;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Value;

/** A continuous parameter. */
final class RealAxis implements Axis {
    private final Parameter.Continuous parameter;
    private final Scale scale;
    private final double low;
    private final double width;

    RealAxis(Parameter.Continuous parameter) {
        this.parameter = parameter;
        scale = Scale.of(parameter.logScale(), parameter.lower());
        low = scale.forward(parameter.lower());
        width = scale.forward(parameter.upper()) - low;
    }

    @Override
    public Value value(double coordinate) {
        // The logarithm and back may miss the bounds by a rounding error.
        if (coordinate <= 0 || coordinate >= 1) {
            return Value.of(coordinate <= 0 ? parameter.lower() : parameter.upper());
        }
        double raw = scale.inverse(low + coordinate * width);
        return Value.of(Math.min(parameter.upper(), Math.max(parameter.lower(), raw)));
    }

    @Override
    public double model(Value value) {
        double scaled = scale.forward(Numbers.of(parameter, value));
        return parameter.normalizeScale() ? (scaled - low) / width : scaled;
    }

    @Override
    public double slope() {
        return parameter.normalizeScale() ? 1 : width;
    }

    @Override
    public double[] neighbours(double coordinate, double step) {
        return DoubleStream.of(Math.max(0, coordinate - step), Math.min(1, coordinate + step))
                .filter(other -> other != coordinate)
                .toArray();
    }
}
