package org.aepsych.web.participant.entrance;

import org.aepsych.web.view.Frame;

/**
 * What a link shows before it is used: a button, so that programs that look at links in mails use none up.
 *
 * @param frame around it
 * @param name of the experiment
 * @param action where the form is sent
 * @param token form token
 * @param secret the secret part of the link
 */
public record InvitationPage(Frame frame, String name, String action, String token, String secret) {
    /** Returns nothing of the link. */
    @Override
    public String toString() {
        return "InvitationPage[…]";
    }
}
