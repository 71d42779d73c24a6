package org.aepsych.core.adaptive.simulation.study;

import java.util.List;
import org.aepsych.core.adaptive.simulation.observer.Observers;
import org.aepsych.core.config.ExperimentFile;

/**
 * What is simulated: an experiment with an observer in it.
 *
 * @param problem what is to be found out
 * @param strategy what chooses the stimuli
 * @param experiment the experiment file
 * @param judge the same experiment with one step that has a model; says what is known while the experiment's own step
 *     has none
 * @param observers who answers
 * @param questions one about each outcome
 * @param ends whether sessions end where the experiment does, if that comes before the last measurement
 */
public record Study(
        String problem,
        String strategy,
        ExperimentFile experiment,
        ExperimentFile judge,
        Observers observers,
        List<Question> questions,
        boolean ends) {
    /** Copies the list. */
    public Study {
        questions = List.copyOf(questions);
    }
}
