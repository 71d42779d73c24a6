package org.aepsych.web.bench;

import java.util.OptionalInt;
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
 * @param target the response probability whose level set is sought
 * @param intensity 0-based parameter along which there is a threshold; empty if none
 * @param ends whether sessions end where the experiment does, if that comes before the last measurement
 */
public record Study(
        String problem,
        String strategy,
        ExperimentFile experiment,
        ExperimentFile judge,
        Observers observers,
        double target,
        OptionalInt intensity,
        boolean ends) {}
