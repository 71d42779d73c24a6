package org.aepsych.web.admin.account;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * One's own account.
 *
 * @param frame around it
 * @param token form token
 * @param role what the account is
 * @param may what it is allowed
 * @param notice what has just been done
 * @param error what was wrong
 * @param made the token of a program that was just made
 * @param authenticator whether log-ins ask for a code
 * @param secret of a new authenticator
 * @param uri the same for authenticators that scan or open links
 * @param tokens of one's own programs
 * @param roles that a token can have
 */
public record MePage(
        Frame frame,
        String token,
        String role,
        String may,
        Optional<String> notice,
        Optional<String> error,
        Optional<String> made,
        boolean authenticator,
        String secret,
        String uri,
        List<AccountsPage.TokenLine> tokens,
        List<AccountsPage.RoleChoice> roles) {
    /** Copies the lists. */
    public MePage {
        tokens = List.copyOf(tokens);
        roles = List.copyOf(roles);
    }

    /** Hides the secrets. */
    @Override
    public String toString() {
        return "MePage[" + role + "]";
    }
}
