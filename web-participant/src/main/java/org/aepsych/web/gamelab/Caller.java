package org.aepsych.web.gamelab;

import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;

/**
 * A participant who is logged in.
 *
 * @param experiment in which experiment
 * @param participant who
 */
record Caller(ExperimentId experiment, ParticipantId participant) {}
