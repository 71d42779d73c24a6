package org.aepsych.core.game;

import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Tally;

/**
 * A participant as the log knows them.
 *
 * @param id pseudonymous id
 * @param selfRegistered whether the participant registered themselves
 * @param rseed random seed of their own
 * @param enabled false while excluded
 * @param seat where they play; empty in the lobby
 * @param payoff earned in all settled rounds
 * @param score share in the lottery; empty before the end
 * @param version counts the changes that a page may have to show
 */
record Player(
        ParticipantId id,
        boolean selfRegistered,
        long rseed,
        boolean enabled,
        Optional<Seat> seat,
        Rational payoff,
        Optional<Score> score,
        int version) {
    static Player registered(ParticipantId id, boolean selfRegistered, long rseed) {
        return new Player(id, selfRegistered, rseed, true, Optional.empty(), Rational.ZERO, Optional.empty(), 0);
    }

    Player seated(Seat taken) {
        return new Player(id, selfRegistered, rseed, enabled, Optional.of(taken), payoff, score, version);
    }

    Player enabled(boolean now) {
        return new Player(id, selfRegistered, rseed, now, seat, payoff, score, version + 1);
    }

    Player paid(Rational amount) {
        return new Player(id, selfRegistered, rseed, enabled, seat, payoff.plus(amount), score, version);
    }

    Player scored(Score counted) {
        return new Player(id, selfRegistered, rseed, enabled, seat, payoff, Optional.of(counted), version + 1);
    }

    long tickets() {
        return Tally.tickets(payoff);
    }
}
