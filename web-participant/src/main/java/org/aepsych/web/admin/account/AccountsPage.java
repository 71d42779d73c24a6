package org.aepsych.web.admin.account;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * Who may come in.
 *
 * @param frame around it
 * @param token form token
 * @param link of the invitation that was just made
 * @param error what was wrong
 * @param accounts everybody's
 * @param invitations that have not been used
 * @param tokens of programs
 * @param roles that can be given
 */
public record AccountsPage(
        Frame frame,
        String token,
        Optional<String> link,
        Optional<String> error,
        List<Account> accounts,
        List<Invitation> invitations,
        List<TokenLine> tokens,
        List<RoleChoice> roles) {
    /** Copies the lists. */
    public AccountsPage {
        accounts = List.copyOf(accounts);
        invitations = List.copyOf(invitations);
        tokens = List.copyOf(tokens);
        roles = List.copyOf(roles);
    }

    /**
     * An account.
     *
     * @param id its number
     * @param email its address
     * @param role name of its role
     * @param authenticator whether log-ins ask for a code
     * @param self whether it is one's own
     */
    public record Account(long id, String email, String role, boolean authenticator, boolean self) {}

    /**
     * An invitation.
     *
     * @param id its number
     * @param email who is invited
     * @param role name of the role
     * @param expires when it ends
     */
    public record Invitation(long id, String email, String role, String expires) {}

    /**
     * A program's token.
     *
     * @param id its number
     * @param name what it is called
     * @param owner whose it is
     * @param role name of the role
     * @param expires when it ends
     * @param used when it was used last, in words
     */
    public record TokenLine(long id, String name, String owner, String role, String expires, String used) {}

    /**
     * A role that can be given.
     *
     * @param key its name
     * @param description what it may do
     */
    public record RoleChoice(String key, String description) {}
}
