package org.aepsych.web.gamelab;

import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;

/**
 * A participant who is logged in.
 *
 * @param experiment in which experiment
 * @param stream its log
 * @param participant who
 */
record Caller(ExperimentId experiment, StreamId stream, ParticipantId participant) {}
