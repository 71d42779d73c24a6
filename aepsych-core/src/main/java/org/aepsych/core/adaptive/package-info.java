/**
 * Adaptive experiments: setup, ask and tell as a fold of recorded events.
 *
 * <p>Doors call {@link org.aepsych.core.adaptive.AdaptiveExperiments}, {@link org.aepsych.core.adaptive.SessionMessages},
 * and for browsers {@link org.aepsych.core.adaptive.PresentedExperiments} and
 * {@link org.aepsych.core.adaptive.PresentedSessions}. A stream's {@link org.aepsych.core.adaptive.AdaptiveState} is
 * its {@code Session}: an {@code ExperimentDesign} that {@code DesignReader} read from the file, and the {@code StepRun} at
 * work, which asks a strategy. {@link org.aepsych.core.adaptive.AdaptiveProtocol} says what an event makes of the state.
 */
@NullMarked
package org.aepsych.core.adaptive;

import org.jspecify.annotations.NullMarked;
