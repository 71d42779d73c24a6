package org.aepsych.web.admin.account;

import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * Where administrators log in.
 *
 * @param frame around it
 * @param token form token
 * @param email what was entered before
 * @param error why it failed
 * @param nobody whether there is no account yet
 */
public record LoginPage(Frame frame, String token, String email, Optional<String> error, boolean nobody) {}
