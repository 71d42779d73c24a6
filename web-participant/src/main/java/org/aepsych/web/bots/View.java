package org.aepsych.web.bots;

import java.util.List;
import org.aepsych.api.player.PlayerSituation;

/**
 * What a participant is shown, as far as a bot needs it.
 *
 * @param over whether there is nothing more to come for the participant
 * @param participant the id that the experiment gave
 * @param round the current round, from 0; negative before the first
 * @param open games of this round that the participant may play and has not
 */
public record View(boolean over, long participant, int round, List<PlayerSituation> open) {
    /** Copies the list. */
    public View {
        open = List.copyOf(open);
    }
}
