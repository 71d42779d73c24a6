/**
 * Adaptive experiments: setup, ask and tell as a fold of recorded events.
 *
 * <p>Doors call {@link org.aepsych.core.adaptive.AdaptiveExperiments},
 * {@link org.aepsych.core.adaptive.message.SessionMessages}, and for browsers
 * {@link org.aepsych.core.adaptive.presented.PresentedExperiments} and
 * {@link org.aepsych.core.adaptive.presented.PresentedSessions}. A stream's
 * {@link org.aepsych.core.adaptive.session.AdaptiveState} is its {@link org.aepsych.core.adaptive.session.Session}: an
 * {@link org.aepsych.core.adaptive.design.ExperimentDesign} that was read from the file, and the
 * {@link org.aepsych.core.adaptive.session.StepRun} at work, which asks a strategy.
 * {@link org.aepsych.core.adaptive.session.AdaptiveProtocol} says what an event makes of the state.
 *
 * <p>Each package below knows only those further down:
 *
 * <ol>
 *   <li>{@code simulation}: whole sessions with simulated observers, and how fast strategies learn in them
 *   <li>{@code presented}: what participants' browsers show
 *   <li>{@code message}: what clients say to a session, and what they are answered
 *   <li>{@code recorded}, {@code posterior} and {@code imports}: earlier sessions, what models believe, and sessions of
 *       another program
 *   <li>{@code session}: a session at work, on its lane
 *   <li>{@code event}: what happens in a session
 *   <li>{@code design}: what an experiment file says
 *   <li>{@code form}: files field by field, for whoever writes one
 * </ol>
 */
@NullMarked
package org.aepsych.core.adaptive;

import org.jspecify.annotations.NullMarked;
