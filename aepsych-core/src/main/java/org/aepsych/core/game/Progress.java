package org.aepsych.core.game;

import java.time.Instant;
import java.util.Optional;
import org.aepsych.core.game.view.GamePhase;

/**
 * How far an experiment is.
 *
 * @param phase which phase
 * @param start when the first round begins; empty before the start
 * @param round current round; −1 before the first, the number of rounds after the last
 * @param began when that round began, or the last one ended; empty before the first
 * @param selfRegistration whether participants may register themselves now
 */
record Progress(
        GamePhase phase, Optional<Instant> start, int round, Optional<Instant> began, boolean selfRegistration) {
    static final int BEFORE_THE_FIRST = -1;

    static Progress fresh(boolean selfRegistration) {
        return new Progress(GamePhase.NEW, Optional.empty(), BEFORE_THE_FIRST, Optional.empty(), selfRegistration);
    }

    Progress started(Instant from, boolean selfRegistrationKept) {
        return new Progress(GamePhase.STARTED, Optional.of(from), round, began, selfRegistrationKept);
    }

    Progress at(int newRound, Instant from) {
        return new Progress(phase, start, newRound, Optional.of(from), selfRegistration);
    }

    Progress in(GamePhase newPhase) {
        return new Progress(newPhase, start, round, began, selfRegistration);
    }
}
