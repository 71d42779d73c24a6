package org.aepsych.web.bots;

import java.util.List;

/**
 * What a participant is shown, as far as a bot needs it.
 *
 * @param over whether there is nothing more to come for the participant
 * @param round the current round, from 0; negative before the first
 * @param open games of this round that the participant may play and has not
 */
record View(boolean over, int round, List<OpenGame> open) {
    View {
        open = List.copyOf(open);
    }

    /**
     * A game to be played.
     *
     * @param id its number in the experiment
     * @param strategies how many strategies the participant's role has in it
     */
    record OpenGame(int id, int strategies) {}
}
