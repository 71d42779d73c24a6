package org.aepsych.web.admin.head;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * What all pages of one experiment begin with.
 *
 * @param frame around it
 * @param name what it is called
 * @param kind what kind of experiment it is, in words
 * @param description more about it, empty if there is nothing
 * @param state how far it is, in words
 * @param tone how the state is to be shown
 * @param tabs its pages
 * @param join whole address at which participants join, if they do
 */
public record ExperimentHead(
        Frame frame,
        String name,
        String kind,
        String description,
        String state,
        Tone tone,
        List<Frame.Link> tabs,
        Optional<String> join) {
    /** Copies the list. */
    public ExperimentHead {
        tabs = List.copyOf(tabs);
    }

    /** How a state is to be shown. */
    public enum Tone {
        /** Something is happening. */
        ON(" badge--on"),
        /** It waits for the experimenter. */
        WAIT(" badge--wait"),
        /** Nothing more is to come. */
        QUIET("");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        /**
         * Returns the CSS class.
         *
         * @return with a blank before it, or empty
         */
        public String style() {
            return style;
        }
    }
}
