package org.aepsych.web.admin;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses of what only owners see: who may come in, what was done, and how the server is set up. */
public final class OwnerRoutes implements Door {
    private final AccountsHandler accounts;
    private final AuditHandler audit;
    private final SettingsHandler settings;

    /**
     * Takes the handlers.
     *
     * @param accounts who may come in
     * @param audit what was done
     * @param settings how the server is set up
     */
    @Inject
    OwnerRoutes(AccountsHandler accounts, AuditHandler audit, SettingsHandler settings) {
        this.accounts = accounts;
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(AdminGate.ACCOUNTS, accounts::show, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/invite", accounts::invite, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/invitations/{invitation}/withdraw", accounts::withdraw, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/{account}/role", accounts::setRole, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/{account}/remove", accounts::remove, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/tokens/{token}/revoke", accounts::revoke, Access.OWNER);
        routes.get(AdminGate.AUDIT, audit::show, Access.OWNER);
        routes.get(AdminGate.SETTINGS, settings::show, Access.OWNER);
        routes.post(AdminGate.SETTINGS + "/mail", settings::testMail, Access.OWNER);
    }
}
