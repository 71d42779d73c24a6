package org.aepsych.web.admin.head;

import java.util.Arrays;
import java.util.List;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.web.view.Frame;

/** The pages of a session of an adaptive experiment. */
public enum SessionTab {
    /** What happens now. */
    SESSION("Session", ""),
    /** The session as it was. */
    TIME("Time travel", "/time");

    private static final String ADDRESS = "/admin/adaptive/";

    private final String label;
    private final String path;

    SessionTab(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /**
     * Returns where the page is.
     *
     * @param session its log
     * @return the page's address
     */
    public String address(StreamId session) {
        return ADDRESS + session.value() + path;
    }

    List<Frame.Link> links(StreamId session) {
        return Arrays.stream(values())
                .map(tab -> new Frame.Link(tab.label, tab.address(session), tab == this))
                .toList();
    }
}
