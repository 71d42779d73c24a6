package org.aepsych.web.admin.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.web.view.Ago;
import org.aepsych.web.view.Utc;

/** Lines of lists about accounts. */
final class AccountLines {
    private AccountLines() {}

    static AccountsPage.TokenLine token(ApiTokens.Token token, Instant now) {
        return new AccountsPage.TokenLine(
                token.id(),
                token.name(),
                token.owner(),
                token.role().key(),
                token.expires().isAfter(now) ? Utc.day(token.expires()) : "expired",
                token.used().map(when -> Ago.shown(when, now)).orElse("never"));
    }

    static List<AccountsPage.RoleChoice> roles(AdminRole most) {
        return Arrays.stream(AdminRole.values())
                .filter(most::includes)
                .map(role -> new AccountsPage.RoleChoice(role.key(), role.description()))
                .toList();
    }
}
