package org.aepsych.web.api;

import java.util.Optional;
import org.aepsych.core.game.view.GameSummary;

/**
 * An experiment in the list of the JSON interface.
 *
 * @param experiment its id
 * @param name what it is called, if it has a name
 * @param phase new, started, over or drawn
 * @param round current round from 0; −1 before the first; {@code rounds} after the last
 * @param rounds number of rounds
 * @param open whether participants may register themselves now
 */
record ExperimentDocument(String experiment, Optional<String> name, String phase, int round, int rounds, boolean open) {

    static ExperimentDocument of(GameSummary game) {
        return new ExperimentDocument(
                game.id().value(),
                game.name(),
                Words.lower(game.phase()),
                game.clock().round(),
                game.clock().rounds(),
                game.selfRegistration());
    }
}
