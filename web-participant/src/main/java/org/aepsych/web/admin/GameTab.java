package org.aepsych.web.admin;

import java.util.Arrays;
import java.util.List;
import org.aepsych.web.view.Frame;

/** The pages of a game experiment. */
enum GameTab {
    MONITOR("Monitor", ""),
    MANAGE("Manage", "/manage"),
    CHARTS("Charts", "/charts"),
    TIME("Time travel", "/time"),
    DEFINITION("Definition", "/definition");

    private final String label;
    private final String path;

    GameTab(String label, String path) {
        this.label = label;
        this.path = path;
    }

    String address(String experiment) {
        return experiment + path;
    }

    List<Frame.Link> links(String experiment) {
        return Arrays.stream(values())
                .map(tab -> new Frame.Link(tab.label, tab.address(experiment), tab == this))
                .toList();
    }
}
