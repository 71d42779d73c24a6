package org.aepsych.web.admin.head;

import java.util.Arrays;
import java.util.List;
import org.aepsych.web.view.Frame;

/** The pages of a game experiment. */
public enum GameTab {
    /** What happens now. */
    MONITOR("Monitor", ""),
    /** The experiment as a whole, and who takes part. */
    MANAGE("Manage", "/manage"),
    /** What was played, and what theory predicts. */
    CHARTS("Charts", "/charts"),
    /** The experiment as it was. */
    TIME("Time travel", "/time"),
    /** What the experiment was defined to be. */
    DEFINITION("Definition", "/definition");

    private final String label;
    private final String path;

    GameTab(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /**
     * Returns where the page is.
     *
     * @param experiment address of the experiment's first page
     * @return the page's address
     */
    public String address(String experiment) {
        return experiment + path;
    }

    List<Frame.Link> links(String experiment) {
        return Arrays.stream(values())
                .map(tab -> new Frame.Link(tab.label, tab.address(experiment), tab == this))
                .toList();
    }
}
