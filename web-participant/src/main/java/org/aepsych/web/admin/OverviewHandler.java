package org.aepsych.web.admin;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.adaptive.presented.PresentedSessions;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.history.StreamHistory;
import org.aepsych.web.admin.account.AccessHandler;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.admin.head.Figure;
import org.aepsych.web.admin.head.GameHeads;
import org.aepsych.web.admin.head.SessionHeads;
import org.aepsych.web.admin.head.SessionTab;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Ago;
import org.aepsych.web.view.Pages;

/** Lists the experiments. */
final class OverviewHandler {
    private static final int OK = 200;

    private final GameExperiments games;
    private final AdaptiveExperiments adaptive;
    private final PresentedExperiments presented;
    private final PresentedSessions presentations;
    private final StreamHistory history;
    private final InstantSource clock;
    private final AccessHandler access;
    private final AdminGate gate;
    private final Pages pages;

    @Inject
    OverviewHandler(
            GameExperiments games,
            AdaptiveExperiments adaptive,
            PresentedExperiments presented,
            PresentedSessions presentations,
            StreamHistory history,
            InstantSource clock,
            AccessHandler access,
            AdminGate gate,
            Pages pages) {
        this.games = games;
        this.adaptive = adaptive;
        this.presented = presented;
        this.presentations = presentations;
        this.history = history;
        this.clock = clock;
        this.access = access;
        this.gate = gate;
        this.pages = pages;
    }

    void show(Context context) {
        gate.recognise(context).ifPresentOrElse(visit -> send(context, visit), () -> access.showLogIn(context));
    }

    private void send(Context context, AdminVisit visit) {
        Instant now = clock.instant();
        List<GameSummary> all = games.list();
        List<AdaptiveView.Summary> sessions = adaptive.list();
        OverviewPage page = new OverviewPage(
                gate.frame(visit, "Experiments", AdminGate.HOME),
                figures(all, sessions),
                latestFirst(all.stream(), game -> history.lastActivity(game.stream()))
                        .map(dated -> line(dated.value(), dated.shown(now)))
                        .toList(),
                latestFirst(sessions.stream().filter(this::standsAlone), session -> lastActivity(session, sessions))
                        .map(dated -> line(dated.value(), sessions, dated.shown(now)))
                        .toList());
        pages.send(context, OK, "admin/overview", page);
    }

    private static List<Figure> figures(List<GameSummary> games, List<AdaptiveView.Summary> sessions) {
        long running = games.stream().filter(game -> game.clock().running()).count();
        int participants = games.stream().mapToInt(GameSummary::participants).sum();
        return List.of(
                new Figure("game experiments", Integer.toString(games.size())),
                new Figure("running now", Long.toString(running)),
                new Figure("participants in games", Integer.toString(participants)),
                new Figure("adaptive sessions", Integer.toString(sessions.size())));
    }

    private <T> Stream<Dated<T>> latestFirst(Stream<T> values, Function<T, Optional<Instant>> activity) {
        return values.map(value -> new Dated<>(value, activity.apply(value)))
                .sorted(Comparator.comparing((Dated<T> dated) -> dated.when().orElse(Instant.EPOCH))
                        .reversed());
    }

    private static OverviewPage.Line line(GameSummary game, String activity) {
        int count = game.participants();
        int finished = GameHeads.finishedRounds(game);
        return new OverviewPage.Line(
                GameHeads.name(game),
                game.id().value(),
                Addresses.administration(game.id()),
                GameHeads.state(game),
                GameHeads.tone(game),
                finished,
                game.clock().rounds(),
                finished + " of " + game.clock().rounds() + " rounds finished",
                count == 1 ? "1 participant" : count + " participants",
                activity);
    }

    /** Whoever joined in a browser is listed on the page of the experiment that they joined. */
    private boolean standsAlone(AdaptiveView.Summary session) {
        return !presented.belongs(session.stream(), new ExperimentId(session.experimentId()));
    }

    /** An experiment that is open to browsers: how many have joined, and how many are through. */
    private OverviewPage.Line open(AdaptiveView.Summary opening, List<AdaptiveView.Summary> all, String activity) {
        List<StreamId> joined = joined(opening, all).toList();
        int finished = (int) joined.stream()
                .filter(stream -> presentations.progress(stream).finished())
                .count();
        return new OverviewPage.Line(
                SessionHeads.name(opening.name(), opening.experimentId()),
                opening.experimentId(),
                SessionTab.SESSION.address(opening.stream()),
                "open",
                ExperimentHead.Tone.ON,
                finished,
                joined.size(),
                finished + " of " + joined.size() + " finished",
                joined.size() == 1 ? "1 participant" : joined.size() + " participants",
                activity);
    }

    private Stream<StreamId> joined(AdaptiveView.Summary opening, List<AdaptiveView.Summary> all) {
        ExperimentId experiment = new ExperimentId(opening.experimentId());
        return all.stream()
                .filter(session -> session.experimentId().equals(opening.experimentId()))
                .map(AdaptiveView.Summary::stream)
                .filter(stream -> presented.belongs(stream, experiment));
    }

    /** An experiment is as active as those who have joined it. */
    private Optional<Instant> lastActivity(AdaptiveView.Summary session, List<AdaptiveView.Summary> all) {
        ExperimentId experiment = new ExperimentId(session.experimentId());
        Stream<StreamId> others =
                presented.isOpening(session.stream(), experiment) ? joined(session, all) : Stream.empty();
        return Stream.concat(Stream.of(session.stream()), others)
                .flatMap(stream -> history.lastActivity(stream).stream())
                .max(Comparator.naturalOrder());
    }

    private OverviewPage.Line line(AdaptiveView.Summary session, List<AdaptiveView.Summary> all, String activity) {
        if (presented.isOpening(session.stream(), new ExperimentId(session.experimentId()))) {
            return open(session, all, activity);
        }
        long messages = history.last(session.stream());
        return new OverviewPage.Line(
                SessionHeads.name(session.name(), session.experimentId()),
                "",
                SessionTab.SESSION.address(session.stream()),
                "session " + session.number(),
                ExperimentHead.Tone.QUIET,
                0,
                0,
                messages == 1 ? "1 message" : messages + " messages",
                session.participantId(),
                activity);
    }

    /** Something with the time when it last changed. */
    private record Dated<T>(T value, Optional<Instant> when) {
        String shown(Instant now) {
            return when.map(then -> Ago.shown(then, now)).orElse("never");
        }
    }
}
