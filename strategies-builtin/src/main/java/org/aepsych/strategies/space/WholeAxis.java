package org.aepsych.strategies.space;

import java.util.stream.DoubleStream;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Value;

/** A whole-number parameter; half a unit is added at either end so that the extreme numbers are not rarer. */
final class WholeAxis implements Axis {
    private final Parameter parameter;
    private final double lower;
    private final double upper;
    private final Scale scale;
    private final boolean normalize;
    private final double low;
    private final double width;

    WholeAxis(Parameter.Whole parameter) {
        this(
                parameter,
                (double) parameter.lower(),
                (double) parameter.upper(),
                parameter.logScale(),
                parameter.normalizeScale());
    }

    WholeAxis(Parameter.Binary parameter) {
        this(parameter, 0, 1, false, false);
    }

    private WholeAxis(Parameter parameter, double lower, double upper, boolean logScale, boolean normalize) {
        this.parameter = parameter;
        this.lower = lower;
        this.upper = upper;
        this.normalize = normalize;
        scale = Scale.of(logScale, lower - 0.5);
        low = scale.forward(lower - 0.5);
        width = scale.forward(upper + 0.5 - 1e-6) - low;
    }

    @Override
    public Value value(double coordinate) {
        return Value.of(raw(coordinate));
    }

    @Override
    public double model(Value value) {
        double scaled = scale.forward(Math.rint(Numbers.of(parameter, value)));
        return normalize ? (scaled - low) / width : scaled;
    }

    @Override
    public double[] neighbours(double coordinate, double step) {
        double raw = raw(coordinate);
        double levels = Math.max(1, Math.rint(step * (upper - lower)));
        return DoubleStream.of(Math.max(lower, raw - levels), Math.min(upper, raw + levels))
                .filter(other -> other != raw)
                .map(other -> (scale.forward(other) - low) / width)
                .toArray();
    }

    private double raw(double coordinate) {
        double rounded = Math.rint(scale.inverse(low + coordinate * width));
        // Adding zero turns the −0.0 of rounding into 0.0.
        return Math.min(upper, Math.max(lower, rounded)) + 0.0;
    }
}
