package org.aepsych.core.game.lottery;

import org.aepsych.api.experiment.ParticipantId;

/**
 * A participant's tickets.
 *
 * @param participant whose
 * @param score which tickets
 */
public record Share(ParticipantId participant, Score score) {}
