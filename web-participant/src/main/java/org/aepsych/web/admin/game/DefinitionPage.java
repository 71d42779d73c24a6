package org.aepsych.web.admin.game;

import java.util.List;
import org.aepsych.web.admin.head.ExperimentHead;

/**
 * What a game experiment was defined to be.
 *
 * @param head what all its pages begin with
 * @param games its bimatrix games
 * @param text the whole definition as a file
 */
public record DefinitionPage(ExperimentHead head, List<MonitorPage.Matrix> games, String text) {
    /** Copies the list. */
    public DefinitionPage {
        games = List.copyOf(games);
    }
}
