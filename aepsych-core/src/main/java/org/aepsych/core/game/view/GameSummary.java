package org.aepsych.core.game.view;

import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.game.state.GamePhase;

/**
 * A game experiment in a list.
 *
 * @param id its public name
 * @param stream its log
 * @param name shown to experimenters, empty if none was given
 * @param phase how far it is
 * @param clock where it stands in time
 * @param participants how many have registered
 * @param selfRegistration whether participants may register themselves now
 */
public record GameSummary(
        ExperimentId id,
        StreamId stream,
        Optional<String> name,
        GamePhase phase,
        RoundClock clock,
        int participants,
        boolean selfRegistration) {}
