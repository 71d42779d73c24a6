package org.aepsych.web.participant.rules;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * How the experiment goes.
 *
 * @param frame around it
 * @param html the instructions, safe to show as they are
 * @param facts rounds, games and times, each a sentence; none if the instructions have them
 * @param draw how the lottery is drawn; empty if there is none
 * @param words the form for words that the lottery will be drawn with; empty if none can be added
 */
public record InstructionsPage(
        Frame frame, String html, List<String> facts, Optional<DrawProof> draw, Optional<Words> words) {
    /** Copies the list. */
    public InstructionsPage {
        facts = List.copyOf(facts);
    }

    /**
     * A form for words.
     *
     * @param action where it is sent
     * @param token form token
     * @param longest most characters
     * @param notice what became of the last ones, if anything was sent
     */
    public record Words(String action, String token, int longest, Optional<String> notice) {}
}
