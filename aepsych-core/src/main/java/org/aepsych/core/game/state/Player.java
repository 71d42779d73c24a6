package org.aepsych.core.game.state;

import java.time.Instant;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.event.GameEvent.QuestionAnswered;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Tally;
import org.pcollections.TreePMap;

/**
 * A participant as the log knows them.
 *
 * @param id pseudonymous id
 * @param selfRegistered whether the participant registered themselves
 * @param rseed random seed of their own
 * @param enabled false while excluded
 * @param questions what they have answered
 * @param seat where they play; empty in the lobby
 * @param payoff earned in all settled rounds
 * @param score share in the lottery; empty before the end
 * @param version counts the changes that a page may have to show
 * @param absence their latest silence, if they ever were silent
 * @param heard when the log last heard of them, while silence matters
 * @param arrival how far they have come in
 */
public record Player(
        ParticipantId id,
        boolean selfRegistered,
        long rseed,
        boolean enabled,
        Answered questions,
        Optional<Seat> seat,
        Rational payoff,
        Optional<Score> score,
        int version,
        Optional<Absence> absence,
        Heard heard,
        Arrival arrival) {
    /**
     * What a participant has answered.
     *
     * @param inOrder how many questions were answered rightly, one after the other
     * @param attempts by question
     */
    public record Answered(int inOrder, TreePMap<Integer, Attempts> attempts) {
        static final Answered NOTHING = new Answered(0, TreePMap.empty());

        /**
         * Returns how often a question was tried.
         *
         * @param question its number, from 0
         * @return empty if never
         */
        public Optional<Attempts> tried(int question) {
            return Optional.ofNullable(attempts.get(question));
        }

        Answered with(QuestionAnswered answer, Instant at) {
            Attempts tried = tried(answer.question()).map(Attempts::again).orElseGet(() -> new Attempts(at, 1));
            boolean next = answer.right() && answer.question() == inOrder;
            return new Answered(next ? inOrder + 1 : inOrder, attempts.plus(answer.question(), tried));
        }
    }

    static Player registered(ParticipantId id, boolean selfRegistered, long rseed, Arrival arrival) {
        return new Player(
                id,
                selfRegistered,
                rseed,
                true,
                Answered.NOTHING,
                Optional.empty(),
                Rational.ZERO,
                Optional.empty(),
                0,
                Optional.empty(),
                Heard.NEVER,
                arrival);
    }

    Player seated(Seat taken) {
        return new Player(
                id,
                selfRegistered,
                rseed,
                enabled,
                questions,
                Optional.of(taken),
                payoff,
                score,
                version,
                absence,
                heard,
                arrival);
    }

    Player enabled(boolean now) {
        return new Player(
                id, selfRegistered, rseed, now, questions, seat, payoff, score, version + 1, absence, heard, arrival);
    }

    Player answered(QuestionAnswered answer, Instant at) {
        return new Player(
                id,
                selfRegistered,
                rseed,
                enabled,
                questions.with(answer, at),
                seat,
                payoff,
                score,
                version,
                absence,
                heard,
                arrival);
    }

    Player paid(Rational amount) {
        return new Player(
                id,
                selfRegistered,
                rseed,
                enabled,
                questions,
                seat,
                payoff.plus(amount),
                score,
                version,
                absence,
                heard,
                arrival);
    }

    Player scored(Score counted) {
        return new Player(
                id,
                selfRegistered,
                rseed,
                enabled,
                questions,
                seat,
                payoff,
                Optional.of(counted),
                version + 1,
                absence,
                heard,
                arrival);
    }

    /** Silent from now on. */
    Player away(Absence silence) {
        return new Player(
                id,
                selfRegistered,
                rseed,
                enabled,
                questions,
                seat,
                payoff,
                score,
                version + 1,
                Optional.of(silence),
                heard,
                arrival);
    }

    /** Not silent any more. */
    Player back(int round) {
        return new Player(
                id,
                selfRegistered,
                rseed,
                enabled,
                questions,
                seat,
                payoff,
                score,
                version + 1,
                absence.map(silence -> silence.ended(round)),
                heard,
                arrival);
    }

    /** The log has heard of them. */
    Player heard(Heard sign) {
        return new Player(
                id, selfRegistered, rseed, enabled, questions, seat, payoff, score, version, absence, sign, arrival);
    }

    /** They have come in, or been shown the way. */
    Player arrived(Arrival now) {
        return new Player(
                id, selfRegistered, rseed, enabled, questions, seat, payoff, score, version, absence, heard, now);
    }

    /**
     * Tells whether the participant was out for good before a round.
     *
     * @param round from 0
     * @return false for those who come back, or may
     */
    public boolean releasedBefore(int round) {
        return absence.filter(silence -> silence.released() && silence.round() < round)
                .isPresent();
    }

    /**
     * Returns how many tickets the payoff is worth.
     *
     * @return from 0
     */
    public long tickets() {
        return Tally.tickets(payoff);
    }
}
