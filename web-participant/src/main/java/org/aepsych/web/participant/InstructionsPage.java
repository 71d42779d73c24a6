package org.aepsych.web.participant;

import java.util.List;
import org.aepsych.web.view.Frame;

/**
 * How the experiment goes.
 *
 * @param frame around it
 * @param html the instructions, safe to show as they are
 * @param facts rounds, games and times, each a sentence; none if the instructions have them
 */
public record InstructionsPage(Frame frame, String html, List<String> facts) {
    /** Copies the list. */
    public InstructionsPage {
        facts = List.copyOf(facts);
    }
}
