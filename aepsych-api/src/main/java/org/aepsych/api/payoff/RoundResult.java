package org.aepsych.api.payoff;

import java.util.List;
import java.util.Map;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;

/**
 * What was played in a round.
 *
 * @param round from 0
 * @param games all games of the experiment, by id
 * @param plays every participant who played at least one game, by participant id
 * @param places every participant who was to play, whether or not they did, by participant id
 */
public record RoundResult(int round, List<Game> games, List<PlayerPlays> plays, List<Place> places) {
    /** Copies the lists. */
    public RoundResult {
        games = List.copyOf(games);
        plays = List.copyOf(plays);
        places = List.copyOf(places);
    }

    /**
     * A round in which everybody played who was to play.
     *
     * @param round from 0
     * @param games all games of the experiment, by id
     * @param plays every participant who played at least one game, by participant id
     */
    public RoundResult(int round, List<Game> games, List<PlayerPlays> plays) {
        this(
                round,
                games,
                plays,
                plays.stream()
                        .map(player -> new Place(player.participant(), player.role()))
                        .toList());
    }

    /**
     * A participant's place in a round.
     *
     * @param participant who
     * @param role on which side
     */
    public record Place(ParticipantId participant, Role role) {}

    /**
     * What one participant played.
     *
     * @param participant who
     * @param role on which side
     * @param mixtures by game id; games that were not played are absent
     */
    public record PlayerPlays(ParticipantId participant, Role role, Map<Integer, Mixture> mixtures) {
        /** Copies the map. */
        public PlayerPlays {
            mixtures = Map.copyOf(mixtures);
        }
    }
}
