package org.aepsych.core.game;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Ends rounds that should have ended by now; answers when to look again. */
final class Tick extends GameCommand<Optional<Instant>> {
    Tick(PayoffRules rules) {
        super(rules);
    }

    @Override
    Function<GameState, Optional<Instant>> act(Draft draft) {
        return RoundPolicy::nextDue;
    }
}
