package org.aepsych.web.admin.account;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.aepsych.core.account.OneTimeLinks;

/** Links that the program prints when it starts, since no account has a default password. */
public final class AdministratorLinks {
    private final OneTimeLinks links;

    /**
     * Takes what makes their tokens.
     *
     * @param links one-time links
     */
    @Inject
    public AdministratorLinks(OneTimeLinks links) {
        this.links = links;
    }

    /**
     * Makes the link under which the first administrator chooses an address and a password.
     *
     * @param base how the server is reached, such as {@code http://localhost:8080/}
     * @return valid for a day, once; empty if there is an administrator already
     */
    public Optional<URI> firstAdministratorLink(URI base) {
        return links.forFirstAdministrator().map(token -> base.resolve("/admin/first?token=" + token.text()));
    }

    /**
     * Makes a link that logs an administrator in; if there is no such account, using the link creates it, with a
     * password that nobody knows.
     *
     * @param base how the server is reached
     * @param email whom it lets in
     * @return valid for a day, once
     */
    public URI logInLink(URI base, String email) {
        return base.resolve("/admin/link?token=" + links.forLogIn(email).text());
    }
}
