/**
 * Game experiments: rounds of bimatrix games with exact payoffs, played against the other side's average.
 *
 * <p>Doors call {@link org.aepsych.core.game.GameExperiments}, {@link org.aepsych.core.game.GameConduct} and
 * {@link org.aepsych.core.game.GameParticipation}. Each wish becomes a {@code GameCommand}, which looks at the
 * {@link org.aepsych.core.game.GameState} and records events in a {@code Draft}.
 * {@link org.aepsych.core.game.GameProtocol} puts together what an event means: {@code Application} to the state,
 * {@code GameRows} in result rows, {@code Recomputation} when it is decided again. {@code AdminViews} and
 * {@code ParticipantViews} show a state.
 */
@NullMarked
package org.aepsych.core.game;

import org.jspecify.annotations.NullMarked;
