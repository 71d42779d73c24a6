package org.aepsych.strategies.space;

import org.aepsych.api.space.Value;

/** One free parameter, seen as a coordinate of the unit cube, in raw units, and as the coordinate of models. */
interface Axis {
    /** Returns the raw value at a coordinate from 0 to 1; every value has the same share of the axis. */
    Value value(double coordinate);

    /** Returns what models see of a raw value. */
    double model(Value value);

    /** Tells whether model coordinates are mere labels, so that only equal or different counts. */
    default boolean nominal() {
        return false;
    }

    /** Returns how much model coordinates rise with coordinates; 0 if they rise in steps, or not at all. */
    default double slope() {
        return 0;
    }

    /** Returns coordinates about {@code step} away from a coordinate, each with another value. */
    double[] neighbours(double coordinate, double step);
}
