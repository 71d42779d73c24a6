package org.aepsych.core.game.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.api.player.PlayerSituation.PastRound;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.event.GameEvent.StandInPlayed;
import org.aepsych.core.game.state.ClosedRound;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.state.Seat;
import org.aepsych.core.player.PlayerPolicies;
import org.aepsych.core.player.PlayerRandom;
import org.aepsych.core.player.PolicyChoice;
import org.aepsych.core.plugin.Extensions;

/**
 * Plays for silent participants. What is played depends on the log alone, the participant's seed included, so that it can
 * be decided again. Thread-safe.
 */
final class StandIns {
    private final PlayerPolicies policies;

    StandIns(Extensions extensions) {
        this.policies = new PlayerPolicies(extensions);
    }

    /** Returns what is to be played for silent participants in the running round. */
    List<StandInPlayed> plays(GameState state) {
        if (!state.running() || state.progress().paused().isPresent()) {
            return List.of();
        }
        List<StandInPlayed> plays = new ArrayList<>();
        state.open().standIns().forEach(id -> {
            Player player = state.known(id);
            for (Game game : state.definition().games()) {
                if (!state.open().played(id).containsKey(game.id())) {
                    plays.add(play(state, player, game));
                }
            }
        });
        return plays;
    }

    /**
     * Decides what a bot plays for a participant.
     *
     * @throws AepsychException {@code PLUGIN_INVALID} if the policy is not installed or plays what is no mixture of theirs
     */
    StandInPlayed play(GameState state, Player player, Game game) {
        Role role = player.seat().map(Seat::role).orElseThrow();
        PolicyChoice choice = state.definition()
                .silence()
                .of(role)
                .flatMap(Silence.Rule::standIn)
                .orElseThrow(() -> new AepsychException(
                        StandardError.LOG_TAMPERED,
                        "a bot is said to play for " + player.id() + ", but none is defined"));
        PlayerSituation situation =
                new PlayerSituation(game, role, state.round(), past(state, player, game), player.payoff());
        Mixture mixture;
        try {
            mixture =
                    policies.create(choice).play(situation, PlayerRandom.at(player.rseed(), state.round(), game.id()));
        } catch (RuntimeException e) {
            throw new AepsychException(
                    StandardError.PLUGIN_INVALID,
                    "player policy \"" + choice.policy() + "\" failed in round " + state.round() + ": "
                            + e.getMessage(),
                    e);
        }
        if (mixture.weights().size() != game.actions(role)) {
            throw new AepsychException(
                    StandardError.PLUGIN_INVALID,
                    "player policy \"" + choice.policy() + "\" played "
                            + mixture.weights().size() + " of " + game.actions(role) + " actions");
        }
        return new StandInPlayed(state.round(), player.id(), game.id(), mixture);
    }

    /** A stand-in sees what the participant could see. */
    private static List<PastRound> past(GameState state, Player player, Game game) {
        boolean shown = state.definition().display().history();
        List<PastRound> past = new ArrayList<>();
        for (ClosedRound closed : state.closed()) {
            GameAverage average = closed.averages().get(game.id() - 1);
            past.add(new PastRound(
                    closed.round(),
                    closed.played(player.id(), game.id()),
                    shown && !average.skipped() ? Optional.of(average.roles()) : Optional.empty()));
        }
        return past;
    }
}
