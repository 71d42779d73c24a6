package org.aepsych.core.game.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far an experiment is.
 *
 * @param phase which phase
 * @param start when the first round begins; empty before the start
 * @param round current round; −1 before the first, the number of rounds after the last
 * @param began when that round began, later by the pauses since, or when the last one ended; empty before the first
 * @param paused since when nothing goes on; empty while it does
 * @param selfRegistration whether participants may register themselves now
 */
public record Progress(
        GamePhase phase,
        Optional<Instant> start,
        int round,
        Optional<Instant> began,
        Optional<Instant> paused,
        boolean selfRegistration) {
    static final int BEFORE_THE_FIRST = -1;

    static Progress fresh(boolean selfRegistration) {
        return new Progress(
                GamePhase.NEW,
                Optional.empty(),
                BEFORE_THE_FIRST,
                Optional.empty(),
                Optional.empty(),
                selfRegistration);
    }

    Progress started(Instant from, boolean selfRegistrationKept) {
        return new Progress(GamePhase.STARTED, Optional.of(from), round, began, paused, selfRegistrationKept);
    }

    Progress at(int newRound, Instant from) {
        return new Progress(phase, start, newRound, Optional.of(from), paused, selfRegistration);
    }

    Progress paused(Instant at) {
        return new Progress(phase, start, round, began, Optional.of(at), selfRegistration);
    }

    /** Goes on: the round lasts longer by the pause, and rounds that should have begun meanwhile begin now. */
    Progress resumed(Instant at) {
        Duration pause = paused.map(since -> Duration.between(since, at)).orElse(Duration.ZERO);
        return new Progress(
                phase,
                start.map(planned -> round < 0 && planned.isBefore(at) ? at : planned),
                round,
                began.map(from -> from.plus(pause)),
                Optional.empty(),
                selfRegistration);
    }

    Progress selfRegistration(boolean open) {
        return new Progress(phase, start, round, began, paused, open);
    }

    /** The end of the rounds is the end of every pause. */
    Progress in(GamePhase newPhase) {
        return new Progress(newPhase, start, round, began, Optional.empty(), selfRegistration);
    }
}
