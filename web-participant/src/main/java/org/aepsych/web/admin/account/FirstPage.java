package org.aepsych.web.admin.account;

import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * Where the first administrator chooses an address and a password.
 *
 * @param frame around it
 * @param token form token
 * @param link the one-time link's token
 * @param email what was entered before
 * @param error why it failed
 */
public record FirstPage(Frame frame, String token, String link, String email, Optional<String> error) {
    /** Hides the tokens. */
    @Override
    public String toString() {
        return "FirstPage[…]";
    }
}
