package org.aepsych.strategies.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aepsych.strategies.kernel.Kernel;

/** How places are chosen that stand for the places of all trials. Immutable, thread-safe. */
@FunctionalInterface
public interface InducingMethod {
    /** One after the other the trial about whose place those before tell least. */
    InducingMethod GREEDY = InducingPoints::choose;

    /** The trials nearest to the centres of clusters. */
    InducingMethod CLUSTERS = (data, kernel, most) -> Clusters.choose(data, most);

    /**
     * Chooses places.
     *
     * @param data the trials, at least one
     * @param kernel covariance of the latent function
     * @param most how many to choose at most, from 1
     * @return places as models see them, at least one
     */
    double[][] choose(TrainingSet data, Kernel kernel, int most);

    /**
     * Places that are known beforehand, whatever the trials.
     *
     * @param places as models see them
     * @return the method, which takes all of them
     */
    static InducingMethod fixed(List<double[]> places) {
        double[][] all = places.stream().map(double[]::clone).toArray(double[][]::new);
        return (data, kernel, most) -> all;
    }

    /**
     * Adds places that are known beforehand to those that another method chooses.
     *
     * @param places as models see them
     * @return the method, which takes no place twice
     */
    default InducingMethod with(List<double[]> places) {
        return (data, kernel, most) -> {
            List<double[]> all = new ArrayList<>(Arrays.asList(choose(data, kernel, most)));
            for (double[] place : places) {
                if (all.stream().noneMatch(known -> Arrays.equals(known, place))) {
                    all.add(place);
                }
            }
            return all.toArray(double[][]::new);
        };
    }
}
