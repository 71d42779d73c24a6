package org.aepsych.web.admin;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.AdaptiveView;
import org.aepsych.core.game.GameExperiments;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Pages;

/** Lists the experiments. */
final class OverviewHandler {
    private static final int OK = 200;

    private final GameExperiments games;
    private final AdaptiveExperiments adaptive;
    private final AccessHandler access;
    private final AdminGate gate;
    private final Pages pages;

    @Inject
    OverviewHandler(
            GameExperiments games, AdaptiveExperiments adaptive, AccessHandler access, AdminGate gate, Pages pages) {
        this.games = games;
        this.adaptive = adaptive;
        this.access = access;
        this.gate = gate;
        this.pages = pages;
    }

    void show(Context context) {
        gate.recognise(context).ifPresentOrElse(visit -> send(context, visit), () -> access.showLogIn(context));
    }

    private void send(Context context, AdminVisit visit) {
        List<OverviewPage.Line> lines = new ArrayList<>();
        games.list().forEach(game -> lines.add(line(game)));
        Collections.reverse(lines);
        List<OverviewPage.Line> sessions = new ArrayList<>();
        adaptive.list().forEach(session -> sessions.add(line(session)));
        Collections.reverse(sessions);
        OverviewPage page = new OverviewPage(gate.frame(visit, "Experiments", AdminGate.HOME), lines, sessions);
        pages.send(context, OK, "admin/overview", page);
    }

    private static OverviewPage.Line line(GameSummary game) {
        int count = game.participants();
        return new OverviewPage.Line(
                MonitorPages.name(game),
                Addresses.administration(game.id()),
                MonitorPages.state(game),
                game.clock().running(),
                count == 1 ? "1 participant" : count + " participants");
    }

    private static OverviewPage.Line line(AdaptiveView.Summary session) {
        return new OverviewPage.Line(
                SessionHandler.name(session.name(), session.experimentId()),
                SessionHandler.address(session.stream()),
                "session " + session.number(),
                false,
                session.participantId());
    }
}
