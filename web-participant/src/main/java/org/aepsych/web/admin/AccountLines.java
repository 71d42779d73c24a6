package org.aepsych.web.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.ApiTokens;

/** Lines of lists about accounts. */
final class AccountLines {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private AccountLines() {}

    static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    static AccountsPage.TokenLine token(ApiTokens.Token token, Instant now) {
        return new AccountsPage.TokenLine(
                token.id(),
                token.name(),
                token.owner(),
                token.role().key(),
                token.expires().isAfter(now) ? day(token.expires()) : "expired",
                token.used().map(when -> Ago.shown(when, now)).orElse("never"));
    }

    static List<AccountsPage.RoleChoice> roles(AdminRole most) {
        return Arrays.stream(AdminRole.values())
                .filter(most::includes)
                .map(role -> new AccountsPage.RoleChoice(role.key(), role.description()))
                .toList();
    }
}
