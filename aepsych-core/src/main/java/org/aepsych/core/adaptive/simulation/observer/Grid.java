package org.aepsych.core.adaptive.simulation.observer;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;

/**
 * Places of a parameter space, as even as models see it: the additive recurrence with the generalized golden ratio
 * (M. Roberts, The unreasonable effectiveness of quasirandom sequences, 2018).
 */
public final class Grid {
    private final ParameterSpace space;
    private final double[] shift;

    /**
     * The places of a space.
     *
     * @param space the space
     */
    public Grid(ParameterSpace space) {
        this(space, new double[space.size()]);
    }

    /**
     * Other places of a space.
     *
     * @param space the space
     * @param shift by how much they are shifted on each parameter, around its ends, from 0 to 1
     */
    public Grid(ParameterSpace space, double[] shift) {
        this.space = space;
        this.shift = shift.clone();
    }

    /**
     * Returns the first places.
     *
     * @param count how many
     * @return positions from 0 to 1 on each parameter
     */
    public List<double[]> positions(int count) {
        double ratio = 2;
        for (int i = 0; i < 64; i++) {
            ratio = Math.pow(1 + ratio, 1.0 / (space.size() + 1));
        }
        List<double[]> positions = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            double[] position = new double[space.size()];
            double step = 1;
            for (int j = 0; j < position.length; j++) {
                step /= ratio;
                double unit = 0.5 + shift[j] + step * i;
                position[j] = unit - Math.floor(unit);
            }
            positions.add(position);
        }
        return positions;
    }

    /**
     * Returns the stimulus at a place.
     *
     * @param position from 0 to 1 on each parameter
     * @return the stimulus
     */
    public Stimulus stimulus(double[] position) {
        List<Value> values = new ArrayList<>(position.length);
        for (int j = 0; j < position.length; j++) {
            values.add(value(space.parameters().get(j), position[j]));
        }
        return new Stimulus(values);
    }

    /**
     * Returns a stimulus as numbers.
     *
     * @param stimulus a stimulus of the space
     * @return a number for each parameter: of a choice its place, of a fixed text 0
     */
    public double[] numbers(Stimulus stimulus) {
        double[] numbers = new double[space.size()];
        for (int j = 0; j < numbers.length; j++) {
            Value value = stimulus.values().get(j);
            if (value instanceof Value.Numeric number) {
                numbers[j] = number.value();
            } else if (value instanceof Value.Text text
                    && space.parameters().get(j) instanceof Parameter.Categorical categorical) {
                numbers[j] = categorical.choices().indexOf(text.value());
            }
        }
        return numbers;
    }

    /**
     * Returns where all parameters have their lowest values, or their first choices.
     *
     * @return a number for each parameter
     */
    public double[] lowest() {
        return numbers(stimulus(new double[space.size()]));
    }

    /**
     * Returns where a stimulus lies on the scale of a parameter, on which thresholds are compared.
     *
     * @param parameter 0-based
     * @param stimulus a stimulus of the space
     * @return the value, or its decimal logarithm where the parameter varies by that
     */
    public double onScale(int parameter, Stimulus stimulus) {
        return onScale(space.parameters().get(parameter), numbers(stimulus)[parameter]);
    }

    /** Returns where a parameter's value lies on the scale on which thresholds are compared. */
    static double onScale(Parameter parameter, double value) {
        return logarithmic(parameter) ? Math.log10(value) : value;
    }

    private static Value value(Parameter parameter, double unit) {
        if (parameter instanceof Parameter.Continuous real) {
            return Value.of(between(real.lower(), real.upper(), unit, logarithmic(parameter)));
        } else if (parameter instanceof Parameter.Whole whole) {
            double low = whole.lower();
            double high = whole.upper();
            double exact = between(low - 0.5, high + 0.5, unit, false);
            if (logarithmic(parameter)) {
                exact = between(low, high, unit, true);
            }
            return Value.of(Math.max(low, Math.min(high, Math.rint(exact))));
        } else if (parameter instanceof Parameter.Categorical categorical) {
            int size = categorical.choices().size();
            return Value.of(categorical.choices().get(Math.min((int) (unit * size), size - 1)));
        } else if (parameter instanceof Parameter.Fixed fixed) {
            return fixed.value();
        }
        return Value.of(unit < 0.5 ? 0.0 : 1.0);
    }

    private static boolean logarithmic(Parameter parameter) {
        return (parameter instanceof Parameter.Continuous real && real.logScale() && real.lower() > 0)
                || (parameter instanceof Parameter.Whole whole && whole.logScale() && whole.lower() > 0);
    }

    private static double between(double low, double high, double unit, boolean logarithmic) {
        return logarithmic
                ? Math.min(high, low * Math.pow(high / low, unit))
                : Math.min(high, low + unit * (high - low));
    }
}
