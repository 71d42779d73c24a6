package org.aepsych.strategies.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Presentation;

/**
 * The cube of whole presentations: its coordinates are those of the first stimulus, then those of the second if two are
 * compared.
 *
 * @param cube the cube of one stimulus
 * @param stimuli how many stimuli a trial shows, from 1
 */
public record PresentationCube(UnitCube cube, int stimuli) {
    /**
     * The cube of the presentations of an experiment.
     *
     * @param space the parameters
     * @param stimuli how many stimuli a trial shows
     * @return the cube
     */
    public static PresentationCube of(ParameterSpace space, int stimuli) {
        return new PresentationCube(UnitCube.of(space), stimuli);
    }

    /**
     * Returns the cube with some parameters of every stimulus held.
     *
     * @param held values in raw units by parameter name
     * @return the cube; see {@link UnitCube#holding}
     */
    public PresentationCube holding(Map<String, Value> held) {
        return new PresentationCube(cube.holding(held), stimuli);
    }

    /**
     * Returns the number of coordinates.
     *
     * @return free parameters times stimuli
     */
    public int dimension() {
        return cube.dimension() * stimuli;
    }

    /**
     * Returns the presentation at a point.
     *
     * @param point coordinates from 0 to 1
     * @return the presentation
     */
    public Presentation presentation(double[] point) {
        List<Stimulus> shown = new ArrayList<>(stimuli);
        int d = cube.dimension();
        for (int s = 0; s < stimuli; s++) {
            shown.add(cube.stimulus(Arrays.copyOfRange(point, s * d, (s + 1) * d)));
        }
        return new Presentation(shown);
    }

    /**
     * Returns what models see of a presentation.
     *
     * @param presentation one or more stimuli
     * @return the coordinates of the first stimulus, then those of the second if two are compared; see
     *     {@link UnitCube#model(Stimulus)}
     */
    public double[] model(Presentation presentation) {
        int d = cube.dimension();
        double[] x = new double[dimension()];
        for (int s = 0; s < stimuli; s++) {
            System.arraycopy(cube.model(presentation.stimuli().get(s)), 0, x, s * d, d);
        }
        return x;
    }

    /**
     * Returns what models see of the presentation at a point, so after rounding.
     *
     * @param point coordinates from 0 to 1
     * @return the coordinates of the first stimulus, then those of the second if two are compared
     */
    public double[] model(double[] point) {
        if (stimuli == 1) {
            return cube.model(point);
        }
        int d = cube.dimension();
        double[] x = new double[dimension()];
        for (int s = 0; s < stimuli; s++) {
            System.arraycopy(cube.model(Arrays.copyOfRange(point, s * d, (s + 1) * d)), 0, x, s * d, d);
        }
        return x;
    }

    /**
     * Returns how much what models see rises along one axis; see {@link UnitCube#slope}.
     *
     * @param axis 0-based coordinate
     * @return 0 if it rises in steps, or if the parameter is held
     */
    public double slope(int axis) {
        return cube.slope(axis % cube.dimension());
    }

    /**
     * Returns where a search may go from a point along one axis; see {@link UnitCube#neighbours}.
     *
     * @param axis 0-based coordinate
     * @param coordinate where it is on that axis
     * @param step how far to go, as a share of the axis
     * @return coordinates with other values
     */
    public double[] neighbours(int axis, double coordinate, double step) {
        return cube.neighbours(axis % cube.dimension(), coordinate, step);
    }

    /**
     * Returns a comparison of a stimulus with the one at the lower bounds of all parameters, which is shown first.
     *
     * @param place the stimulus as models see it
     * @return what models see of the comparison
     */
    public double[] againstLowest(double[] place) {
        int d = cube.dimension();
        double[] pair = Arrays.copyOf(cube.model(new double[d]), 2 * d);
        System.arraycopy(place, 0, pair, d, d);
        return pair;
    }
}
