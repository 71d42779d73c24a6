package org.aepsych.core.adaptive.presented;

import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.presentation.PresentationDesign;

/**
 * An experiment that participants take part in with their browsers.
 *
 * @param id of the experiment
 * @param name {@code experiment_name}; the id if the file gives none
 * @param description {@code experiment_description}; empty if the file gives none
 * @param presentation how its stimuli are presented
 */
public record PresentedExperiment(ExperimentId id, String name, String description, PresentationDesign presentation) {}
