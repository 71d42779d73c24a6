package org.aepsych.strategies.kernel;

import java.util.Arrays;
import java.util.List;

/** The free parameters of a stimulus as models see them. Immutable. */
public final class StimulusSpace {
    private final List<String> names;
    private final boolean[] nominal;

    /**
     * A space.
     *
     * @param names of the free parameters
     * @param nominal which of them are labels, so that only equal or different counts
     */
    public StimulusSpace(List<String> names, boolean[] nominal) {
        if (names.size() != nominal.length) {
            throw new IllegalArgumentException(names.size() + " parameters, but " + nominal.length + " flags");
        }
        this.names = List.copyOf(names);
        this.nominal = nominal.clone();
    }

    /**
     * A space of numbers only, for models without an experiment.
     *
     * @param dimension how many
     * @return the space
     */
    public static StimulusSpace numbers(int dimension) {
        String[] names = new String[dimension];
        Arrays.setAll(names, j -> "x" + (j + 1));
        return new StimulusSpace(List.of(names), new boolean[dimension]);
    }

    /**
     * Returns the number of free parameters.
     *
     * @return from 0
     */
    public int dimension() {
        return nominal.length;
    }

    /**
     * Returns a parameter's name.
     *
     * @param j 0-based
     * @return the name
     */
    public String name(int j) {
        return names.get(j);
    }

    /**
     * Returns the parameters' names.
     *
     * @return in order
     */
    public List<String> names() {
        return names;
    }

    /**
     * Tells whether a parameter is a label.
     *
     * @param j 0-based
     * @return true if only equal or different counts
     */
    public boolean nominal(int j) {
        return nominal[j];
    }

    boolean[] nominal() {
        return nominal.clone();
    }
}
