package org.aepsych.core.game.state;

import java.time.Instant;
import org.aepsych.api.experiment.ParticipantId;

/**
 * A link that has not been used.
 *
 * @param participant who may come in with it
 * @param expires until when
 */
public record OpenLink(ParticipantId participant, Instant expires) {}
