package org.aepsych.core.game.tree;

import java.util.List;
import org.aepsych.api.game.Role;

/**
 * A situation in which a player has to move, as far as they can tell.
 *
 * @param name as in the definition
 * @param role whose
 * @param moves what they can do
 */
public record InformationSet(String name, Role role, List<String> moves) {
    /** Copies the list. */
    public InformationSet {
        moves = List.copyOf(moves);
    }
}
