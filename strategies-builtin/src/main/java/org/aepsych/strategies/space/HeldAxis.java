package org.aepsych.strategies.space;

import org.aepsych.api.space.Value;

/** An axis that a request holds at one value, whatever the coordinate. */
record HeldAxis(Axis axis, Value held) implements Axis {
    @Override
    public Value value(double coordinate) {
        return held;
    }

    @Override
    public double model(Value value) {
        return axis.model(value);
    }

    @Override
    public boolean nominal() {
        return axis.nominal();
    }

    @Override
    public double[] neighbours(double coordinate, double step) {
        return new double[0];
    }
}
