package org.aepsych.web.admin.owner;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses of what only owners see: what was done, and how the server is set up. */
final class OwnerRoutes implements Door {
    private final AuditHandler audit;
    private final SettingsHandler settings;

    @Inject
    OwnerRoutes(AuditHandler audit, SettingsHandler settings) {
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(AdminGate.AUDIT, audit::show, Access.OWNER);
        routes.get(AdminGate.SETTINGS, settings::show, Access.OWNER);
        routes.post(AdminGate.SETTINGS + "/mail", settings::testMail, Access.OWNER);
    }
}
