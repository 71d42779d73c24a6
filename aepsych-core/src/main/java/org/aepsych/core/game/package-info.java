/**
 * Game experiments: rounds of games with exact payoffs, played against the other side's average.
 *
 * <p>Doors call {@link org.aepsych.core.game.experiment.GameExperiments},
 * {@link org.aepsych.core.game.conduct.GameConduct} and
 * {@link org.aepsych.core.game.participation.GameParticipation}. Each wish becomes a
 * {@link org.aepsych.core.game.decision.GameCommand}, whose class stands beside the door that takes the wish. It looks
 * at the {@link org.aepsych.core.game.state.GameState} and records events in a
 * {@link org.aepsych.core.game.decision.Draft}. {@link org.aepsych.core.game.decision.GameProtocol} puts together what
 * an event means: to the state, in result rows, and when it is decided again.
 * {@link org.aepsych.core.game.view.AdminViews} and {@link org.aepsych.core.game.view.ParticipantViews} show a state.
 *
 * <p>Each package below knows only those further down:
 *
 * <ol>
 *   <li>{@code simulation}: whole experiments in memory
 *   <li>{@code conduct} and {@code participation}: what experimenters do, and what participants do
 *   <li>{@code experiment}: which experiments there are, their lanes, and the timer of their rounds
 *   <li>{@code view}: what of a state may be seen by whom
 *   <li>{@code decision}: what all commands have in common, and the rules
 *   <li>{@code state}: what the log says
 *   <li>{@code event}: what happens
 *   <li>{@code definition}: what an experiment's file says
 *   <li>{@code tree}, {@code lottery} and {@code equilibrium}: the arithmetic of games and draws
 * </ol>
 */
@NullMarked
package org.aepsych.core.game;

import org.jspecify.annotations.NullMarked;
