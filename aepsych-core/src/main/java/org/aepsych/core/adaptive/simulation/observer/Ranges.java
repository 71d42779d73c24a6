package org.aepsych.core.adaptive.simulation.observer;

import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;

/**
 * How far parameters go, on the scales on which thresholds are compared. Immutable.
 *
 * @param space the parameters
 */
public record Ranges(ParameterSpace space) {
    double low(int parameter) {
        return onScale(parameter, bound(parameter, true));
    }

    /**
     * Returns how far a parameter goes.
     *
     * @param parameter 0-based
     * @return the highest value minus the lowest
     */
    public double width(int parameter) {
        return onScale(parameter, bound(parameter, false)) - low(parameter);
    }

    double onScale(int parameter, double value) {
        return Grid.onScale(space.parameters().get(parameter), value);
    }

    /** Returns where a value lies, from 0 to 1; 0 if the parameter has one value only. */
    double share(int parameter, double value) {
        double width = width(parameter);
        return width > 0 ? (onScale(parameter, value) - low(parameter)) / width : 0;
    }

    private double bound(int index, boolean lower) {
        Parameter parameter = space.parameters().get(index);
        if (parameter instanceof Parameter.Continuous real) {
            return lower ? real.lower() : real.upper();
        }
        if (parameter instanceof Parameter.Whole whole) {
            return lower ? whole.lower() : whole.upper();
        }
        if (parameter instanceof Parameter.Categorical categorical) {
            return lower ? 0 : categorical.choices().size() - 1;
        }
        return lower ? 0 : 1;
    }
}
