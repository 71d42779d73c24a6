package org.aepsych.web.admin.account;

import org.aepsych.web.view.Frame;

/**
 * Asks whether to use a log-in link: opening the address alone, as mail programs do, must not use it up.
 *
 * @param frame around it
 * @param token form token
 * @param link the one-time link's token
 */
public record LinkPage(Frame frame, String token, String link) {
    /** Hides the tokens. */
    @Override
    public String toString() {
        return "LinkPage[…]";
    }
}
