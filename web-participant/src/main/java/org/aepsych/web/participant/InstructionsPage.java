package org.aepsych.web.participant;

import java.util.List;
import org.aepsych.web.view.Frame;

/**
 * How the experiment goes.
 *
 * @param frame around it
 * @param paragraphs the experimenter's own text
 * @param facts rounds, games and times, each a sentence
 */
public record InstructionsPage(Frame frame, List<String> paragraphs, List<String> facts) {
    /** Copies the lists. */
    public InstructionsPage {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
    }
}
