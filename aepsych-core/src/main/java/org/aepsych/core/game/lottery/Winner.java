package org.aepsych.core.game.lottery;

import org.aepsych.api.experiment.ParticipantId;

/**
 * A winning ticket.
 *
 * @param participant whose
 * @param prize 0-based place in the order of drawing
 * @param ticket its number, from 0
 */
public record Winner(ParticipantId participant, int prize, long ticket) {}
