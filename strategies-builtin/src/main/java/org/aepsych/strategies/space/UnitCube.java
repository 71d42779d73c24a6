package org.aepsych.strategies.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;

/**
 * The free parameters of a space as the axes of a unit cube, in which points are spread evenly: whole numbers and
 * choices have equal shares, logarithmic parameters are even in the logarithm. Fixed parameters have no axis.
 *
 * <p>Models see other coordinates, computed from the values as presented: rounded whole numbers, logarithms, and where
 * a parameter is normalised, the unit interval. Immutable, thread-safe.
 */
public final class UnitCube {
    private final ParameterSpace space;
    /** One for each parameter; empty for fixed ones. */
    private final List<Optional<Axis>> byParameter;

    private final List<Axis> axes;

    private UnitCube(ParameterSpace space, List<Optional<Axis>> byParameter) {
        this.space = space;
        this.byParameter = List.copyOf(byParameter);
        axes = byParameter.stream().flatMap(Optional::stream).toList();
    }

    /**
     * The cube of a space.
     *
     * @param space the parameters
     * @return the cube
     */
    public static UnitCube of(ParameterSpace space) {
        return new UnitCube(
                space, space.parameters().stream().map(UnitCube::axis).toList());
    }

    private static Optional<Axis> axis(Parameter parameter) {
        if (parameter instanceof Parameter.Continuous p) {
            return Optional.of(new RealAxis(p));
        }
        if (parameter instanceof Parameter.Whole p) {
            return Optional.of(new WholeAxis(p));
        }
        if (parameter instanceof Parameter.Binary p) {
            return Optional.of(new WholeAxis(p));
        }
        if (parameter instanceof Parameter.Categorical p) {
            return Optional.of(new ChoiceAxis(p));
        }
        return Optional.empty();
    }

    /**
     * Returns the cube with some parameters held. The number of dimensions stays; coordinates of held parameters have
     * no effect.
     *
     * @param held values in raw units by parameter name
     * @return the cube
     * @throws AepsychException {@link StandardError#INPUT_INVALID} if a name is unknown or of a fixed parameter, or a
     *     value is none of the parameter's
     */
    public UnitCube holding(Map<String, Value> held) {
        if (held.isEmpty()) {
            return this;
        }
        List<Optional<Axis>> axesNow = new ArrayList<>(byParameter);
        for (Map.Entry<String, Value> entry : new TreeMap<>(held).entrySet()) {
            String name = entry.getKey();
            int index = space.indexOf(name);
            if (index < 0) {
                throw new AepsychException(
                        StandardError.INPUT_INVALID,
                        "there is no parameter " + name + " to hold; the parameters are " + space.names());
            }
            Axis axis = byParameter
                    .get(index)
                    .orElseThrow(() -> new AepsychException(
                            StandardError.INPUT_INVALID, "parameter " + name + " is fixed by the experiment"));
            Value value = RawValues.accept(space.parameters().get(index), entry.getValue());
            axesNow.set(index, Optional.of(new HeldAxis(axis, value)));
        }
        return new UnitCube(space, axesNow);
    }

    /**
     * Returns the number of free parameters.
     *
     * @return from 0
     */
    public int dimension() {
        return axes.size();
    }

    /**
     * Returns the stimulus at a point.
     *
     * @param point coordinates from 0 to 1, one for each free parameter; more are ignored
     * @return the stimulus, within the space
     */
    public Stimulus stimulus(double[] point) {
        List<Value> values = new ArrayList<>(byParameter.size());
        int j = 0;
        for (int i = 0; i < byParameter.size(); i++) {
            Optional<Axis> axis = byParameter.get(i);
            if (axis.isPresent()) {
                values.add(axis.get().value(point[j++]));
            } else {
                values.add(((Parameter.Fixed) space.parameters().get(i)).value());
            }
        }
        return new Stimulus(values);
    }

    /**
     * Returns what models see of a stimulus.
     *
     * @param stimulus one value for each parameter, not necessarily within the bounds
     * @return one coordinate for each free parameter
     * @throws AepsychException {@link StandardError#INPUT_INVALID} if a value has no place on its axis
     */
    public double[] model(Stimulus stimulus) {
        if (stimulus.values().size() != byParameter.size()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "a stimulus has one value for each of " + space.names() + ", but is " + stimulus.values());
        }
        double[] x = new double[axes.size()];
        int j = 0;
        for (int i = 0; i < byParameter.size(); i++) {
            Optional<Axis> axis = byParameter.get(i);
            if (axis.isPresent()) {
                Value value = stimulus.values().get(i);
                x[j] = axis.get().model(value);
                if (!Double.isFinite(x[j])) {
                    throw new AepsychException(
                            StandardError.INPUT_INVALID,
                            "parameter " + space.names().get(i) + " is logarithmic and cannot be " + value);
                }
                j++;
            }
        }
        return x;
    }

    /**
     * Returns what models see of the stimulus at a point: of its values as presented, so after rounding.
     *
     * @param point coordinates from 0 to 1, one for each free parameter
     * @return one coordinate for each free parameter
     */
    public double[] model(double[] point) {
        double[] x = new double[axes.size()];
        for (int j = 0; j < x.length; j++) {
            Axis axis = axes.get(j);
            x[j] = axis.model(axis.value(point[j]));
        }
        return x;
    }

    /**
     * Tells which free parameters are labels to models, so that only equal or different counts.
     *
     * @return one flag for each free parameter
     */
    public boolean[] nominal() {
        boolean[] nominal = new boolean[axes.size()];
        for (int j = 0; j < nominal.length; j++) {
            nominal[j] = axes.get(j).nominal();
        }
        return nominal;
    }

    /**
     * Returns how much what models see rises along one axis.
     *
     * @param axis 0-based free parameter
     * @return 0 if it rises in steps, or if the parameter is held
     */
    public double slope(int axis) {
        return axes.get(axis).slope();
    }

    /**
     * Returns where a search may go from a point along one axis.
     *
     * @param axis 0-based free parameter
     * @param coordinate where it is on that axis
     * @param step how far to go, as a share of the axis; at least to the next value
     * @return coordinates with other values; empty if there are none
     */
    public double[] neighbours(int axis, double coordinate, double step) {
        return axes.get(axis).neighbours(coordinate, step);
    }
}
