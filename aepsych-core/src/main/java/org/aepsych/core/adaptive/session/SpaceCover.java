package org.aepsych.core.adaptive.session;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;

/**
 * Points that cover a parameter space evenly: the additive recurrence with the generalized golden ratio (Roberts, The
 * unreasonable effectiveness of quasirandom sequences, 2018), the same points every time.
 */
final class SpaceCover {
    private SpaceCover() {}

    /**
     * Returns points of the space.
     *
     * @param space the space
     * @param count how many
     * @return the first points of the sequence, in raw units
     */
    static List<Stimulus> points(ParameterSpace space, int count) {
        double ratio = generalizedGoldenRatio(space.size());
        List<Stimulus> points = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            List<Value> values = new ArrayList<>(space.size());
            double step = 1;
            for (Parameter parameter : space.parameters()) {
                step /= ratio;
                double unit = 0.5 + step * i;
                values.add(value(parameter, unit - Math.floor(unit)));
            }
            points.add(new Stimulus(values));
        }
        return points;
    }

    /**
     * Returns a value of a parameter.
     *
     * @param parameter which
     * @param unit position between its bounds, from 0 to 1
     * @return the value in raw units
     */
    static Value value(Parameter parameter, double unit) {
        if (parameter instanceof Parameter.Continuous real) {
            return Value.of(real.lower() + unit * (real.upper() - real.lower()));
        } else if (parameter instanceof Parameter.Whole whole) {
            double levels = (double) (whole.upper() - whole.lower()) + 1;
            return Value.of((double) whole.lower() + Math.min(Math.floor(unit * levels), levels - 1));
        } else if (parameter instanceof Parameter.Categorical categorical) {
            int size = categorical.choices().size();
            return Value.of(categorical.choices().get(Math.min((int) (unit * size), size - 1)));
        } else if (parameter instanceof Parameter.Fixed fixed) {
            return fixed.value();
        }
        return Value.of(unit < 0.5 ? 0.0 : 1.0);
    }

    /** The root above 1 of x^(d+1) = x + 1, by the iteration that Roberts gives. */
    private static double generalizedGoldenRatio(int dimensions) {
        double x = 2;
        for (int i = 0; i < 64; i++) {
            x = StrictMath.pow(1 + x, 1.0 / (dimensions + 1));
        }
        return x;
    }
}
