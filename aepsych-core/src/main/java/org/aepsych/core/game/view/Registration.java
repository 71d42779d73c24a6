package org.aepsych.core.game.view;

import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;

/**
 * Somebody was registered.
 *
 * @param stream in which experiment's log
 * @param participant under which pseudonymous id
 * @param joined whether they are in already; false in the lobby
 */
public record Registration(StreamId stream, ParticipantId participant, boolean joined) {}
