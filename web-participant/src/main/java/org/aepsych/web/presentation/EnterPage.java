package org.aepsych.web.presentation;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * The way into an adaptive experiment.
 *
 * @param frame around it
 * @param name of the experiment
 * @param description of the experiment
 * @param consent what the participant agrees to, in paragraphs
 * @param address where the form is sent
 * @param token its form token
 * @param participant code of the participant, as the link says
 * @param error what was wrong with the form
 */
public record EnterPage(
        Frame frame,
        String name,
        String description,
        List<String> consent,
        String address,
        String token,
        String participant,
        Optional<String> error) {
    /** Copies the list. */
    public EnterPage {
        consent = List.copyOf(consent);
    }
}
