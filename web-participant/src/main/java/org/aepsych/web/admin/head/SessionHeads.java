package org.aepsych.web.admin.head;

import java.util.Optional;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.web.view.Frame;

/** Composes what all pages of a session of an adaptive experiment begin with. */
public final class SessionHeads {
    private static final int REFRESH_SECONDS = 10;

    private SessionHeads() {}

    /**
     * The head of a page that changes by itself.
     *
     * @param tab the page
     * @param now the session
     * @param frame around the page
     * @return the head
     */
    public static ExperimentHead of(SessionTab tab, AdaptiveView now, Frame frame) {
        return still(
                tab,
                now,
                frame.with(new Frame.Live(
                        SessionTab.SESSION.address(now.stream()) + "/events",
                        now.finished() ? "finished" : "running",
                        REFRESH_SECONDS)));
    }

    /**
     * The head of a page that stays as it is.
     *
     * @param tab the page
     * @param now the session
     * @param frame around the page
     * @return the head
     */
    public static ExperimentHead still(SessionTab tab, AdaptiveView now, Frame frame) {
        boolean running = !now.finished() && !now.ended();
        return new ExperimentHead(
                frame,
                name(now.name(), now.experimentId()),
                "session of an adaptive experiment",
                "",
                state(now),
                running ? ExperimentHead.Tone.ON : ExperimentHead.Tone.QUIET,
                tab.links(now.stream()),
                Optional.empty());
    }

    /**
     * Returns what an experiment is called.
     *
     * @param name of the experiment, blank if it has none
     * @param experimentId its id
     * @return the name, or the id if there is none
     */
    public static String name(String name, String experimentId) {
        return name.isBlank() ? experimentId : name;
    }

    /**
     * Says how far a session is.
     *
     * @param view the session
     * @return such as {@code running}
     */
    public static String state(AdaptiveView view) {
        return view.finished() ? "finished" : view.ended() ? "ended by the client" : "running";
    }
}
