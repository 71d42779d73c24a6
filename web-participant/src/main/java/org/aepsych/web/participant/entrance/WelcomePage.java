package org.aepsych.web.participant.entrance;

import org.aepsych.web.view.Frame;

/**
 * Shown once, after joining.
 *
 * @param frame around it
 * @param identifier what the participant chose
 * @param password with which to come back
 * @param next where to go on
 */
public record WelcomePage(Frame frame, String identifier, String password, String next) {
    /** Hides the password. */
    @Override
    public String toString() {
        return "WelcomePage[…]";
    }
}
