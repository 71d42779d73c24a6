package org.aepsych.core.account;

import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;

/**
 * A participant who is logged in.
 *
 * @param stream the experiment
 * @param participant who, within the experiment
 */
public record ParticipantLogin(StreamId stream, ParticipantId participant) {}
