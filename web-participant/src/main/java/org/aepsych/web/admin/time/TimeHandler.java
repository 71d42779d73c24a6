package org.aepsych.web.admin.time;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.game.equilibrium.Equilibria;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.experiment.GameHistory;
import org.aepsych.core.game.participation.SandboxPlayers;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.replay.ReplayReport;
import org.aepsych.web.admin.game.GameCharts;
import org.aepsych.web.admin.game.MonitorPages;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.head.GameHeads;
import org.aepsych.web.admin.head.GameTab;
import org.aepsych.web.chart.Plot;
import org.aepsych.web.participant.play.ParticipantPreview;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Amounts;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Shows game experiments as they were, verifies their logs, and copies them from any message on. */
final class TimeHandler {
    private static final int OK = 200;
    private static final int LONGEST_CONTENTS = 4_000;

    private final GameExperiments games;
    private final GameHistory history;
    private final SandboxPlayers players;
    private final ParticipantPreview preview;
    private final AdminGate gate;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    TimeHandler(
            GameExperiments games,
            GameHistory history,
            SandboxPlayers players,
            ParticipantPreview preview,
            AdminGate gate,
            Visitors visitors,
            Pages pages) {
        this.games = games;
        this.history = history;
        this.players = players;
        this.preview = preview;
        this.gate = gate;
        this.visitors = visitors;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> send(exchange, visit, Optional.empty()));
    }

    void participant(Context context) {
        gate.show(context, (exchange, visit) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            preview.send(
                    exchange,
                    experiment,
                    history.participant(
                            experiment,
                            Travel.message(Inputs.query(exchange, "at")),
                            new ParticipantId(Inputs.id(exchange, "participant"))));
        });
    }

    void verify(Context context) {
        gate.change(context, (exchange, visit) -> {
            ReplayReport report = history.verify(Inputs.experiment(exchange));
            send(exchange, visit, Optional.of(TimePage.Verdict.of(report)));
        });
    }

    void fork(Context context) {
        gate.change(context, (exchange, visit) -> {
            ExperimentId copy = history.fork(Inputs.experiment(exchange), Travel.message(Inputs.text(exchange, "at")));
            exchange.redirect(Addresses.administration(copy), HttpStatus.SEE_OTHER);
        });
    }

    void playRound(Context context) {
        gate.change(context, (exchange, visit) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            int unused = players.playRound(experiment);
            exchange.redirect(Addresses.administration(experiment), HttpStatus.SEE_OTHER);
        });
    }

    private void send(Context context, AdminVisit visit, Optional<TimePage.Verdict> verdict) {
        ExperimentId experiment = Inputs.experiment(context);
        String wanted = Inputs.query(context, "at");
        GameHistory.Moment moment = history.at(experiment, Travel.message(wanted));
        GameAdminView view = moment.view();
        GameSummary now = games.summary(experiment);
        String contents = moment.at().contents();
        MonitorPages then = new MonitorPages(view, Map.of());
        TimePage page = new TimePage(
                GameHeads.still(
                        GameTab.TIME,
                        now,
                        view.definition(),
                        gate.frame(visit, GameHeads.name(now), ""),
                        visitors.base(context)),
                new Travel(
                        GameTab.TIME.address(Addresses.administration(experiment)),
                        moment.at().sequence(),
                        moment.last(),
                        Map.of()),
                gate.token(visit),
                moment.at().timestamp(),
                moment.at().type(),
                contents.substring(0, Math.min(contents.length(), LONGEST_CONTENTS)),
                GameHeads.state(view.summary()),
                then.figuresThen(),
                then.meters(),
                view.participants().stream().map(TimeHandler::person).toList(),
                plots(view),
                verdict,
                visit.administrator().role().includes(AdminRole.EDITOR));
        pages.send(context, OK, "admin/time", page);
    }

    private static TimePage.Person person(GameAdminView.AdminParticipant one) {
        return new TimePage.Person(
                one.id().value(),
                one.identifier().orElse("(erased)"),
                one.role().map(Role::toString).orElse("lobby"),
                one.gamesPlayed(),
                Amounts.points(one.payoff()));
    }

    private static List<Plot> plots(GameAdminView view) {
        List<Plot> plots = new ArrayList<>();
        for (Game game : view.definition().games()) {
            if (game.roles() == 2 && !view.rounds().isEmpty()) {
                GameCharts charts = new GameCharts(game, view.rounds(), Equilibria.of(game));
                plots.add(charts.mixtures(Role.ROW));
                plots.add(charts.mixtures(Role.COLUMN));
                charts.field().ifPresent(plots::add);
            }
        }
        return plots;
    }
}
