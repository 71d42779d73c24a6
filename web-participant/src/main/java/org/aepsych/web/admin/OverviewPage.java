package org.aepsych.web.admin;

import java.util.List;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.admin.head.Figure;
import org.aepsych.web.view.Frame;

/**
 * All experiments.
 *
 * @param frame around it
 * @param figures what can be counted
 * @param games game experiments, those where something happened last first
 * @param sessions sessions of adaptive experiments, likewise
 */
public record OverviewPage(Frame frame, List<Figure> figures, List<Line> games, List<Line> sessions) {
    /** Copies the lists. */
    public OverviewPage {
        figures = List.copyOf(figures);
        games = List.copyOf(games);
        sessions = List.copyOf(sessions);
    }

    /**
     * An experiment.
     *
     * @param name what it is called
     * @param id its public name, empty if there is none of its own
     * @param address of its page
     * @param state how far it is, in words
     * @param tone how the state is to be shown
     * @param done how much of it is done
     * @param all how much there is to do; 0 if that is not known
     * @param progress the same in words
     * @param who who takes part, in words
     * @param activity when something last happened, in words
     */
    public record Line(
            String name,
            String id,
            String address,
            String state,
            ExperimentHead.Tone tone,
            int done,
            int all,
            String progress,
            String who,
            String activity) {}
}
