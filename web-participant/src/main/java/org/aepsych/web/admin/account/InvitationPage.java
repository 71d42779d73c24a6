package org.aepsych.web.admin.account;

import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * Where somebody who was invited chooses a password.
 *
 * @param frame around it
 * @param token form token
 * @param link token of the invitation
 * @param email who is invited
 * @param role what the account will be
 * @param may what it will be allowed
 * @param error what was wrong with the password
 */
public record InvitationPage(
        Frame frame, String token, String link, String email, String role, String may, Optional<String> error) {}
