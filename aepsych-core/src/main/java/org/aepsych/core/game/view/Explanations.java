package org.aepsych.core.game.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Opposition;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.state.ClosedRound;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.state.Seat;
import org.aepsych.core.game.view.PayoffExplanation.Reason;
import org.aepsych.core.game.view.PayoffExplanation.Term;

/** Unfolds payoffs of settled rounds. */
public final class Explanations {
    private final GameState state;
    private final PayoffRules rules;
    private final boolean hidden;

    /**
     * Takes what was settled.
     *
     * @param state as it is
     * @param rules say against what somebody was paid
     * @param hidden whether the reader may not know what others played
     */
    public Explanations(GameState state, PayoffRules rules, boolean hidden) {
        this.state = state;
        this.rules = rules;
        this.hidden = hidden;
    }

    /**
     * Unfolds what a participant earned in a round.
     *
     * @param experiment which
     * @param player who, in this state
     * @param round from 0
     * @return the sum behind each payoff
     * @throws AepsychException {@code INPUT_INVALID} if the round is not settled; {@code STATE_CONFLICT} if the
     *     participant has not joined
     */
    public RoundExplanation round(ExperimentId experiment, Player player, int round) {
        int settled = state.closed().size();
        if (round < 0 || round >= settled) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "round: " + round + " is not settled; "
                            + (settled == 0 ? "no round is, so far" : "allowed are 0 to " + (settled - 1)));
        }
        Role role = player.seat()
                .map(Seat::role)
                .orElseThrow(() -> new AepsychException(
                        StandardError.STATE_CONFLICT, "participant " + player.id() + " has not joined"));
        ClosedRound closed = state.closed().get(round);
        RoundResult played = state.result(closed);
        Settlement settlement = closed.settlement();
        List<PayoffExplanation> games = state.definition().games().stream()
                .map(game -> game(game, player, role, closed, played, settlement))
                .toList();
        return new RoundExplanation(experiment, player.id(), role, round, games, closed.earned(player.id()));
    }

    private PayoffExplanation game(
            Game game, Player player, Role role, ClosedRound closed, RoundResult played, Settlement settlement) {
        List<Rational> own =
                closed.played(player.id(), game.id()).map(Mixture::weights).orElse(List.of());
        Optional<Rational> amount = closed.payoff(player.id(), game.id());
        if (amount.isEmpty() || own.isEmpty()) {
            return folded(game, Reason.INCOMPLETE, own, amount);
        }
        if (hidden) {
            return folded(game, Reason.HIDDEN, own, amount);
        }
        return rules.met(state.definition().payoff(), played, settlement, player.id(), game.id())
                .flatMap(met -> unfolded(game, role, own, met, amount.get()))
                .orElseGet(() -> folded(game, Reason.UNSAID, own, amount));
    }

    /** A rule whose words and deeds differ is not believed. */
    private static Optional<PayoffExplanation> unfolded(
            Game game, Role role, List<Rational> own, Opposition met, Rational amount) {
        boolean nobody = met.kind() == Opposition.Kind.NOBODY;
        List<Term> terms = nobody ? List.of() : PayoffExplanation.terms(game, role, own, met.mixtures());
        if (!PayoffExplanation.sum(terms).equals(amount)) {
            return Optional.empty();
        }
        List<List<Rational>> others = new ArrayList<>(met.mixtures());
        if (!nobody) {
            others.set(role.number(), List.of());
        }
        return Optional.of(
                new PayoffExplanation(game.id(), reason(met.kind()), own, others, terms, Optional.of(amount)));
    }

    private static Reason reason(Opposition.Kind kind) {
        return switch (kind) {
            case POPULATION -> Reason.POPULATION;
            case GROUP -> Reason.GROUP;
            case STAND_IN -> Reason.STAND_IN;
            case NOBODY -> Reason.NOBODY;
        };
    }

    private static PayoffExplanation folded(Game game, Reason reason, List<Rational> own, Optional<Rational> amount) {
        return new PayoffExplanation(game.id(), reason, own, List.of(), List.of(), amount);
    }
}
