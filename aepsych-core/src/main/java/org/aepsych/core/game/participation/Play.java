package org.aepsych.core.game.participation;

import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.MixturePlayed;
import org.aepsych.core.game.event.GameEvent.ParticipantReturned;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.state.Seat;

/** Plays a game, once and for all. */
public final class Play extends GameCommand<Boolean> {
    private final ParticipantId participant;
    private final int round;
    private final int game;
    private final EnteredMixture entered;

    /**
     * Prepares a play.
     *
     * @param rules settles the rounds that end before it or by it
     * @param participant who plays
     * @param round the round that they believe to be running
     * @param game which game
     * @param mixture a weight for each of their actions
     */
    public Play(PayoffRules rules, ParticipantId participant, int round, int game, Mixture mixture) {
        this(rules, participant, round, game, EnteredMixture.of(mixture));
    }

    Play(PayoffRules rules, ParticipantId participant, int round, int game, EnteredMixture entered) {
        super(rules);
        this.participant = participant;
        this.round = round;
        this.game = game;
        this.entered = entered;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        GameState state = draft.state();
        Game played = state.definition()
                .game(game)
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID,
                        "game: there is no game " + game + "; allowed are 1 to "
                                + state.definition().games().size()));
        Player player = state.require(participant);
        if (!player.enabled()) {
            throw new AepsychException(
                    StandardError.NOT_ALLOWED, "the experimenter has excluded you from this experiment");
        }
        Seat seat = player.seat()
                .orElseThrow(() -> conflict("you wait in the lobby and cannot play before you are let in"));
        MixturePlayed event = new MixturePlayed(round, participant, game, entered.over(played.actions(seat.role())));
        checkRound(state);
        if (!state.definition().schedule().covers(seat.joined(), round)) {
            throw conflict("you play rounds " + seat.joined() + " to "
                    + (seat.joined() + (long) state.definition().schedule().playRounds() - 1) + ", not round " + round);
        }
        if (state.open().played(participant).containsKey(game)) {
            throw conflict("you have played game " + game + " in this round already; a play cannot be changed");
        }
        player.absence().filter(Absence::lasts).ifPresent(away -> {
            if (away.released()) {
                throw new AepsychException(
                        StandardError.NOT_ALLOWED,
                        away.byHand()
                                ? "the experimenter has let you go; what you earned is yours"
                                : "you were silent for so long that the experiment goes on without you; what you earned is"
                                        + " yours");
            }
            draft.record(new ParticipantReturned(participant));
        });
        draft.record(event);
        return after -> true;
    }

    private void checkRound(GameState state) {
        if (state.phase() == GamePhase.NEW) {
            throw conflict("the experiment has not been started");
        }
        if (state.progress().paused().isPresent()) {
            throw conflict("the experiment is paused; play when it goes on");
        }
        if (!state.running() || round != state.round()) {
            String now = state.running()
                    ? "round " + state.round() + " is running"
                    : state.round() < 0 ? "the rounds have not begun" : "all rounds are over";
            throw new AepsychException(
                    StandardError.ROUND_CLOSED, "round: " + round + " cannot be played, because " + now);
        }
    }

    private static AepsychException conflict(String sentence) {
        return new AepsychException(StandardError.STATE_CONFLICT, sentence);
    }
}
