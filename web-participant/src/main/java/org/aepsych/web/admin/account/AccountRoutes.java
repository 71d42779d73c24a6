package org.aepsych.web.admin.account;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which administrators come in, and see to their own account and to those of others. */
final class AccountRoutes implements Door {
    private final AccessHandler access;
    private final MeHandler me;
    private final AccountsHandler accounts;

    @Inject
    AccountRoutes(AccessHandler access, MeHandler me, AccountsHandler accounts) {
        this.access = access;
        this.me = me;
        this.accounts = accounts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/admin/login", access::logIn, Access.EVERYBODY);
        routes.post("/admin/logout", access::logOut, Access.VIEWER);
        routes.get("/admin/first", access::showFirst, Access.EVERYBODY);
        routes.post("/admin/first", access::first, Access.EVERYBODY);
        routes.get("/admin/link", access::showLink, Access.EVERYBODY);
        routes.post("/admin/link", access::link, Access.EVERYBODY);
        routes.get("/admin/invitation", access::showInvitation, Access.EVERYBODY);
        routes.post("/admin/invitation", access::acceptInvitation, Access.EVERYBODY);
        routes.get(AdminGate.ME, me::show, Access.VIEWER);
        routes.post(AdminGate.ME + "/password", me::changePassword, Access.VIEWER);
        routes.post(AdminGate.ME + "/authenticator", me::useAuthenticator, Access.VIEWER);
        routes.post(AdminGate.ME + "/authenticator/drop", me::dropAuthenticator, Access.VIEWER);
        routes.post(AdminGate.ME + "/tokens", me::makeToken, Access.VIEWER);
        routes.post(AdminGate.ME + "/tokens/{token}/revoke", me::revokeToken, Access.VIEWER);
        routes.get(AdminGate.ACCOUNTS, accounts::show, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/invite", accounts::invite, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/invitations/{invitation}/withdraw", accounts::withdraw, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/{account}/role", accounts::setRole, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/{account}/remove", accounts::remove, Access.OWNER);
        routes.post(AdminGate.ACCOUNTS + "/tokens/{token}/revoke", accounts::revoke, Access.OWNER);
    }
}
