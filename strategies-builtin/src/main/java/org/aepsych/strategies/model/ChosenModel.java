package org.aepsych.strategies.model;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.strategies.gp.Model;

/**
 * The model that an experiment file chooses.
 *
 * @param name as the file gives it
 * @param outcomes a model for each outcome of the experiment, in order
 */
public record ChosenModel(String name, List<Model> outcomes) {
    /** Copies the list. */
    public ChosenModel {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Splits what a strategy remembers into the hyper-parameters of each outcome's model.
     *
     * @param memory the hyper-parameters of all, one after the other
     * @return one list for each outcome
     */
    public List<List<Double>> split(List<Double> memory) {
        List<List<Double>> parts = new ArrayList<>();
        int from = 0;
        for (Model model : outcomes) {
            parts.add(memory.subList(from, from + model.size()));
            from += model.size();
        }
        return parts;
    }
}
