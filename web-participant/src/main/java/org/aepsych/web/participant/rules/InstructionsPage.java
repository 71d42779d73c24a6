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
 * @param consent what the participant agreed to, in paragraphs; none if nobody is asked
 * @param draw how the lottery is drawn; empty if there is none
 * @param words the form for words that the lottery will be drawn with; empty if none can be added
 */
public record InstructionsPage(
        Frame frame,
        String html,
        List<String> facts,
        List<String> consent,
        Optional<DrawProof> draw,
        Optional<Words> words) {
    /** Copies the lists. */
    public InstructionsPage {
        facts = List.copyOf(facts);
        consent = List.copyOf(consent);
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
