package org.aepsych.web.admin.time;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.AdaptiveHistory;
import org.aepsych.core.adaptive.SandboxObserver;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.adaptive.posterior.PosteriorQuestion;
import org.aepsych.core.replay.ReplayReport;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.head.SessionHeads;
import org.aepsych.web.admin.head.SessionTab;
import org.aepsych.web.admin.session.BeliefPart;
import org.aepsych.web.admin.session.SessionPage;
import org.aepsych.web.admin.session.SessionParts;
import org.aepsych.web.posterior.PosteriorInputs;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Shows sessions of adaptive experiments as they were, verifies their logs, and copies them from any message on. */
final class SessionTimeHandler {
    private static final int OK = 200;
    private static final int LONGEST_CONTENTS = 4_000;

    private final AdaptiveExperiments adaptive;
    private final AdaptiveHistory history;
    private final SandboxObserver observer;
    private final AdminGate gate;
    private final Pages pages;

    @Inject
    SessionTimeHandler(
            AdaptiveExperiments adaptive,
            AdaptiveHistory history,
            SandboxObserver observer,
            AdminGate gate,
            Pages pages) {
        this.adaptive = adaptive;
        this.history = history;
        this.observer = observer;
        this.gate = gate;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> send(exchange, visit, Optional.empty()));
    }

    void verify(Context context) {
        gate.change(context, (exchange, visit) -> {
            ReplayReport report = history.verify(Inputs.stream(exchange));
            send(exchange, visit, Optional.of(TimePage.Verdict.of(report)));
        });
    }

    void fork(Context context) {
        gate.change(context, (exchange, visit) -> {
            StreamId copy = history.fork(Inputs.stream(exchange), Travel.message(Inputs.text(exchange, "at")));
            exchange.redirect(SessionTab.SESSION.address(copy), HttpStatus.SEE_OTHER);
        });
    }

    void observe(Context context) {
        gate.change(context, (exchange, visit) -> {
            StreamId stream = Inputs.stream(exchange);
            int unused = observer.observe(stream, Inputs.whole(exchange, "trials"));
            exchange.redirect(SessionTab.SESSION.address(stream), HttpStatus.SEE_OTHER);
        });
    }

    private void send(Context context, AdminVisit visit, Optional<TimePage.Verdict> verdict) {
        AdaptiveView now = adaptive.view(Inputs.stream(context));
        PosteriorQuestion question = PosteriorInputs.read(context);
        AdaptiveHistory.Moment moment = history.at(now.stream(), Travel.message(Inputs.query(context, "at")), question);
        AdaptiveView then = moment.view();
        String address = SessionTab.TIME.address(now.stream());
        String contents = moment.at().contents();
        SessionTimePage page = new SessionTimePage(
                SessionHeads.still(
                        SessionTab.TIME, now, gate.frame(visit, SessionHeads.name(now.name(), now.experimentId()), "")),
                new Travel(address, moment.at().sequence(), moment.last(), PosteriorInputs.fields(question)),
                gate.token(visit),
                moment.at().timestamp(),
                moment.at().type(),
                contents.substring(0, Math.min(contents.length(), LONGEST_CONTENTS)),
                SessionHeads.state(then),
                SessionParts.facts(then),
                SessionParts.steps(then),
                presented(moment),
                moment.belief()
                        .map(belief -> BeliefPart.of(
                                belief, address, Optional.of(moment.at().sequence()))),
                SessionParts.columns(then),
                SessionParts.rows(then),
                verdict,
                visit.administrator().role().includes(AdminRole.EDITOR));
        pages.send(context, OK, "admin/session-time", page);
    }

    private static List<SessionPage.Row> presented(AdaptiveHistory.Moment moment) {
        List<SessionPage.Row> rows = new ArrayList<>();
        if (!moment.presented().isEmpty()) {
            for (int i = 0; i < moment.presented().get(0).size(); i++) {
                int parameter = i;
                rows.add(new SessionPage.Row(
                        moment.presented().get(0).get(i).name(),
                        moment.presented().stream()
                                .map(stimulus -> stimulus.get(parameter).value())
                                .toList()));
            }
        }
        return rows;
    }
}
