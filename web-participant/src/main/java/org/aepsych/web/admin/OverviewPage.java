package org.aepsych.web.admin;

import java.util.List;
import org.aepsych.web.view.Frame;

/**
 * All experiments.
 *
 * @param frame around it
 * @param games game experiments, latest first
 * @param sessions sessions of adaptive experiments, latest first
 */
public record OverviewPage(Frame frame, List<Line> games, List<Line> sessions) {
    /** Copies the lists. */
    public OverviewPage {
        games = List.copyOf(games);
        sessions = List.copyOf(sessions);
    }

    /**
     * An experiment.
     *
     * @param name what it is called
     * @param address of its page
     * @param state how far it is, in words
     * @param running whether something is happening
     * @param detail who takes part, in words
     */
    public record Line(String name, String address, String state, boolean running, String detail) {}
}
