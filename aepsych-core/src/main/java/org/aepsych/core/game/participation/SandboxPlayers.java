package org.aepsych.core.game.participation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.experiment.GameHistory;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameAdminView.AdminParticipant;

/** Plays for everybody in copies of experiments, where nobody real takes part. Thread-safe. */
public final class SandboxPlayers {
    private static final int GRAINS = 10;

    private final GameExperiments games;
    private final GameParticipation participation;
    private final GameHistory history;
    private final RandomGenerator random;

    /**
     * Prepares to play.
     *
     * @param games shows what is open
     * @param participation where to play
     * @param history knows which experiments are copies
     * @param random draws what is played; thread-safe
     */
    @Inject
    public SandboxPlayers(
            GameExperiments games, GameParticipation participation, GameHistory history, RandomGenerator random) {
        this.games = games;
        this.participation = participation;
        this.history = history;
        this.random = random;
    }

    /**
     * Plays everything that is open in the current round, with weights drawn at random.
     *
     * @param experiment a copy
     * @return how many games were played
     * @throws AepsychException {@code NOT_ALLOWED} if the experiment is no copy
     */
    public int playRound(ExperimentId experiment) {
        if (!history.isCopy(experiment)) {
            throw new AepsychException(
                    StandardError.NOT_ALLOWED, "Only in a copy may somebody play for the participants.");
        }
        GameAdminView view = games.adminView(experiment);
        int round = view.summary().clock().round();
        int played = 0;
        for (AdminParticipant participant : view.participants()) {
            if (participant.enabled()
                    && participant.joined().filter(joined -> joined <= round).isPresent()) {
                for (Game game : view.definition().games()) {
                    played += play(
                                    experiment,
                                    participant.id(),
                                    participant.role().orElseThrow(),
                                    round,
                                    game)
                            ? 1
                            : 0;
                }
            }
        }
        return played;
    }

    private boolean play(ExperimentId experiment, ParticipantId participant, Role role, int round, Game game) {
        try {
            participation.play(experiment, participant, round, game.id(), mixture(game.actions(role)));
            return true;
        } catch (AepsychException e) {
            if (e.code().kind() == ErrorKind.CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private Mixture mixture(int actions) {
        int[] grains = new int[actions];
        for (int i = 0; i < GRAINS; i++) {
            grains[random.nextInt(actions)]++;
        }
        List<Rational> weights = IntStream.of(grains)
                .mapToObj(count -> Rational.of(count, GRAINS))
                .toList();
        return new Mixture(weights);
    }
}
