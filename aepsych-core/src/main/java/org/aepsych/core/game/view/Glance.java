package org.aepsych.core.game.view;

import org.aepsych.core.game.state.GamePhase;

/**
 * The little that tells whether a participant has anything new to see.
 *
 * @param phase how far the experiment is
 * @param round current round; −1 before the first, {@code rounds} after the last
 * @param rounds number of rounds
 * @param inLobby whether the participant still waits to be let in
 * @param version counts the changes to the participant that a page may have to show
 * @param gamesPlayed games that the participant has played in the current round
 * @param mark differs whenever the participant's view differs in anything but the time
 */
public record Glance(
        GamePhase phase, int round, int rounds, boolean inLobby, int version, int gamesPlayed, String mark) {}
