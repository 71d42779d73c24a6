package org.aepsych.strategies.generator;

/** A way to find the best place of a trial. Its work is fixed by its settings and never by the clock. */
interface Search {
    /**
     * Searches.
     *
     * @param task what is to be found; the same always leads to the same place
     * @return coordinates of the place
     */
    double[] best(SearchTask task);
}
