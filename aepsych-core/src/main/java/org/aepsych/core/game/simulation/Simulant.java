package org.aepsych.core.game.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.api.player.PlayerSituation.PastRound;

/** A simulated participant and what they remember. */
final class Simulant {
    private final ParticipantId id;
    private final int number;

    /** By game; grows as rounds are settled, so that nothing is remembered twice. */
    private final List<List<PastRound>> past = new ArrayList<>();

    private int remembered;
    private boolean gone;
    private int roundsPlayed;
    private int tooLate;

    Simulant(ParticipantId id, int number) {
        this.id = id;
        this.number = number;
    }

    ParticipantId id() {
        return id;
    }

    int number() {
        return number;
    }

    boolean gone() {
        return gone;
    }

    void leave() {
        gone = true;
    }

    int roundsPlayed() {
        return roundsPlayed;
    }

    void playedARound() {
        roundsPlayed++;
    }

    int tooLate() {
        return tooLate;
    }

    void cameTooLate() {
        tooLate++;
    }

    PlayerSituation situation(VirtualExperiment experiment, Game game, Role role) {
        remember(experiment);
        Rational points = experiment.payoff(id);
        return new PlayerSituation(game, role, experiment.round(), past.get(game.id() - 1), points);
    }

    /** A participant remembers the rounds since they joined, and the averages of earlier ones that the page shows. */
    private void remember(VirtualExperiment experiment) {
        List<Game> games = experiment.definition().games();
        while (past.size() < games.size()) {
            past.add(new ArrayList<>());
        }
        boolean shown = experiment.definition().display().history();
        for (; remembered < experiment.settled(); remembered++) {
            for (GameAverage average : experiment.averages(remembered)) {
                Optional<Mixture> own = experiment.played(id, remembered, average.game());
                past.get(average.game() - 1)
                        .add(new PastRound(
                                remembered,
                                own,
                                shown && !average.skipped() ? Optional.of(average.roles()) : Optional.empty()));
            }
        }
    }
}
