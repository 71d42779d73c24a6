package org.aepsych.web.admin.owner;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.account.AuditLog;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Shows what was done. */
final class AuditHandler {
    private static final int OK = 200;
    private static final int PAGE = 100;

    private final AuditLog audit;
    private final AdminGate gate;
    private final Pages pages;

    @Inject
    AuditHandler(AuditLog audit, AdminGate gate, Pages pages) {
        this.audit = audit;
        this.gate = gate;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> {
            String before = Inputs.query(exchange, "before");
            List<AuditLog.Entry> entries =
                    audit.page(before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE, PAGE);
            Optional<String> earlier = entries.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(AdminGate.AUDIT + "?before="
                            + entries.get(entries.size() - 1).id());
            AuditPage page = new AuditPage(
                    gate.frame(visit, "Audit log", AdminGate.AUDIT),
                    entries.stream().map(AuditHandler::entry).toList(),
                    earlier);
            pages.send(exchange, OK, "admin/audit", page);
        });
    }

    private static AuditPage.Entry entry(AuditLog.Entry entry) {
        return new AuditPage.Entry(
                entry.at(), entry.actor(), entry.action(), entry.subject(), entry.detail(), entry.origin());
    }
}
