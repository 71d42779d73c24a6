package org.aepsych.web.participant.question;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * What participants of a game experiment have to agree to before anything else.
 *
 * @param frame around it
 * @param consent in paragraphs
 * @param action where the form is sent
 * @param token form token
 * @param error what was wrong with the form
 */
public record ConsentPage(Frame frame, List<String> consent, String action, String token, Optional<String> error) {
    /** Copies the list. */
    public ConsentPage {
        consent = List.copyOf(consent);
    }
}
