package org.aepsych.web.admin.game;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.Presence;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.experiment.GameHistory;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.gate.Confirmation;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.admin.head.GameHeads;
import org.aepsych.web.admin.head.GameTab;
import org.aepsych.web.live.LiveUpdates;
import org.aepsych.web.live.Pulse;
import org.aepsych.web.live.Topic;
import org.aepsych.web.live.Watcher;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Watches and steers a game experiment. */
final class GameHandler {
    private static final int OK = 200;

    private final GameExperiments games;
    private final GameConduct conduct;
    private final AdminGate gate;
    private final LiveUpdates live;
    private final GameHistory history;
    private final Pulse pulse;
    private final Presence presence;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    GameHandler(
            GameExperiments games,
            GameConduct conduct,
            GameHistory history,
            AdminGate gate,
            LiveUpdates live,
            Pulse pulse,
            Presence presence,
            Visitors visitors,
            Pages pages) {
        this.games = games;
        this.conduct = conduct;
        this.history = history;
        this.pulse = pulse;
        this.presence = presence;
        this.visitors = visitors;
        this.gate = gate;
        this.live = live;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> {
            GameAdminView view = games.adminView(Inputs.experiment(exchange));
            StreamId stream = view.summary().stream();
            MonitorPage page = new MonitorPages(view, presence.of(stream))
                    .page(
                            head(GameTab.MONITOR, view, visit, exchange),
                            gate.token(visit),
                            pulse.of(stream),
                            history.isCopy(view.summary().id()),
                            visitors.reach(exchange),
                            lottery(exchange, view));
            pages.send(exchange, OK, "admin/game", page);
        });
    }

    private Optional<MonitorPage.LotteryCard> lottery(Context context, GameAdminView view) {
        ExperimentId experiment = view.summary().id();
        return view.definition().prize().lottery().isEmpty()
                ? Optional.empty()
                : Optional.of(LotteryCards.of(
                        games.publishedDraw(experiment), visitors.base(context) + Addresses.draw(experiment)));
    }

    void charts(Context context) {
        gate.show(context, (exchange, visit) -> {
            GameAdminView view = games.adminView(Inputs.experiment(exchange));
            pages.send(exchange, OK, "admin/charts", ChartsPages.of(head(GameTab.CHARTS, view, visit, exchange), view));
        });
    }

    void definition(Context context) {
        gate.show(context, (exchange, visit) -> {
            GameAdminView view = games.adminView(Inputs.experiment(exchange));
            DefinitionPage page = new DefinitionPage(
                    head(GameTab.DEFINITION, view, visit, exchange),
                    view.definition().games().stream()
                            .filter(game -> game.roles() == 2)
                            .map(ChartsPages::matrix)
                            .toList(),
                    view.definition().toIni());
            pages.send(exchange, OK, "admin/definition", page);
        });
    }

    private ExperimentHead head(GameTab tab, GameAdminView view, AdminVisit visit, Context context) {
        return GameHeads.of(
                tab,
                view.summary(),
                view.definition(),
                gate.frame(visit, GameHeads.name(view.summary()), ""),
                visitors.base(context));
    }

    void events(SseClient client) {
        ExperimentId experiment = Inputs.experiment(client.ctx());
        gate.listen(client, () -> live.watch(new Topic.GameExperiment(experiment), client, Watcher.experimenter(), ""));
    }

    void start(Context context) {
        change(context, conduct::start);
    }

    void advance(Context context) {
        change(context, conduct::advance);
    }

    void end(Context context) {
        change(context, experiment -> {
            Confirmation.require(context, "all rounds end now, for everybody");
            conduct.end(experiment);
        });
    }

    void draw(Context context) {
        change(context, experiment -> {
            Confirmation.require(context, "the lottery is drawn, for good");
            conduct.draw(experiment, Inputs.whole(context, "winners"), Inputs.longWhole(context, "seed"));
        });
    }

    void disable(Context context) {
        change(context, experiment -> conduct.disable(experiment, participant(context)));
    }

    void enable(Context context) {
        change(context, experiment -> conduct.enable(experiment, participant(context)));
    }

    private static ParticipantId participant(Context context) {
        return new ParticipantId(Inputs.id(context, "participant"));
    }

    private void change(Context context, Consumer<ExperimentId> step) {
        gate.change(context, (exchange, visit) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            step.accept(experiment);
            exchange.redirect(Addresses.administration(experiment), HttpStatus.SEE_OTHER);
        });
    }
}
