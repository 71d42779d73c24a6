package org.aepsych.web.participant.gate;

import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.SecretToken;

/**
 * A request of a participant who is logged in to the experiment that the address names.
 *
 * @param experiment which
 * @param participant who
 * @param session the session's token
 */
public record Visit(ExperimentId experiment, ParticipantId participant, SecretToken session) {}
