package org.aepsych.web.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameAdminView.AdminParticipant;
import org.aepsych.core.game.view.GamePhase;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.RoleCount;
import org.aepsych.core.game.view.RoundClock;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Amounts;
import org.aepsych.web.view.Countdown;
import org.aepsych.web.view.Frame;

/** Composes the page of a game experiment. */
final class MonitorPages {
    private static final int REFRESH_SECONDS = 10;

    private final GameAdminView view;
    private final GameSummary summary;

    MonitorPages(GameAdminView view) {
        this.view = view;
        this.summary = view.summary();
    }

    MonitorPage page(Frame frame, String token) {
        String address = Addresses.administration(summary.id());
        String situation = summary.phase() + "-" + summary.clock().round();
        return new MonitorPage(
                frame.with(new Frame.Live(address + "/events", situation, REFRESH_SECONDS)),
                name(summary),
                view.definition().description().orElse(""),
                state(summary),
                summary.clock().running(),
                address,
                token,
                Addresses.experiment(summary.id()),
                figures(),
                countdown(),
                meters(),
                steps(),
                view.definition().games().stream().map(MonitorPages::matrix).toList(),
                view.participants().stream().map(this::person).toList(),
                rounds(),
                winners());
    }

    static String name(GameSummary summary) {
        return summary.name().orElseGet(() -> summary.id().value());
    }

    static String state(GameSummary summary) {
        RoundClock clock = summary.clock();
        return switch (summary.phase()) {
            case NEW -> "not started";
            case STARTED ->
                clock.round() < 0
                        ? "about to begin"
                        : "round " + Math.min(clock.round() + 1, clock.rounds()) + " of " + clock.rounds();
            case OVER -> "rounds over";
            case DRAWN -> "lottery drawn";
        };
    }

    private List<MonitorPage.Figure> figures() {
        List<MonitorPage.Figure> figures = new ArrayList<>();
        figures.add(new MonitorPage.Figure("participants", Integer.toString(summary.participants())));
        figures.add(new MonitorPage.Figure("in the lobby", Integer.toString(view.lobby())));
        figures.add(new MonitorPage.Figure(
                "games", Integer.toString(view.definition().games().size())));
        figures.add(new MonitorPage.Figure(
                "rounds finished", Integer.toString(view.rounds().size())));
        if (summary.phase() == GamePhase.OVER || summary.phase() == GamePhase.DRAWN) {
            figures.add(new MonitorPage.Figure("tickets of all", Long.toString(view.total())));
        }
        return figures;
    }

    private Optional<Countdown> countdown() {
        RoundClock clock = summary.clock();
        String label = clock.running() ? "The round ends at the latest in" : "The first round begins in";
        return clock.deadline().map(deadline -> new Countdown(label, deadline, clock.now()));
    }

    private List<MonitorPage.Meter> meters() {
        if (!summary.clock().running()) {
            return List.of();
        }
        return List.of(
                meter(
                        "Row players who have played everything",
                        view.attendance().of(Role.ROW)),
                meter(
                        "Column players who have played everything",
                        view.attendance().of(Role.COLUMN)));
    }

    private static MonitorPage.Meter meter(String label, RoleCount count) {
        return new MonitorPage.Meter(label, count.complete(), count.present());
    }

    private MonitorPage.Steps steps() {
        boolean lottery = !view.definition().prize().lottery().isEmpty();
        return new MonitorPage.Steps(
                summary.phase() == GamePhase.NEW,
                summary.clock().running(),
                summary.phase() == GamePhase.OVER && lottery && view.total() > 0,
                Math.max(1, view.definition().prize().winners()));
    }

    private static MonitorPage.Matrix matrix(Game game) {
        List<MonitorPage.MatrixRow> rows = IntStream.range(0, game.rows())
                .mapToObj(row -> new MonitorPage.MatrixRow(
                        ActionLabels.own(row),
                        IntStream.range(0, game.columns())
                                .mapToObj(column -> new MonitorPage.Cell(
                                        Amounts.shown(game.payoff(Role.ROW, row, column)),
                                        Amounts.shown(game.payoff(Role.COLUMN, row, column))))
                                .toList()))
                .toList();
        return new MonitorPage.Matrix(game.name(), labels(game.columns(), ActionLabels::other), rows);
    }

    private static List<String> labels(int count, IntFunction<String> label) {
        return IntStream.range(0, count).mapToObj(label).toList();
    }

    private MonitorPage.Person person(AdminParticipant participant) {
        boolean running = summary.clock().running();
        int games = view.definition().games().size();
        return new MonitorPage.Person(
                participant.id().value(),
                called(participant),
                participant.role().map(Role::toString).orElse("lobby"),
                participant.joined().map(round -> Integer.toString(round + 1)).orElse("–"),
                running && participant.joined().isPresent() ? participant.gamesPlayed() + " of " + games : "–",
                Amounts.points(participant.payoff()),
                Long.toString(participant.score().map(score -> score.tickets()).orElse(participant.tickets())),
                participant.enabled(),
                participant.prize().map(prize -> "prize " + (prize + 1)).orElse(""));
    }

    private static String called(AdminParticipant participant) {
        return participant.identifier().orElse("(erased)");
    }

    private List<MonitorPage.RoundLine> rounds() {
        List<MonitorPage.RoundLine> lines = new ArrayList<>();
        for (GameAdminView.RoundOverview round : view.rounds()) {
            for (GameAverage average : round.averages()) {
                String game =
                        view.definition().game(average.game()).map(Game::name).orElse("");
                lines.add(new MonitorPage.RoundLine(
                        Integer.toString(round.round() + 1),
                        game,
                        average.skipped() ? "skipped" : shares(average.rows(), ActionLabels::own),
                        average.skipped() ? "skipped" : shares(average.columns(), ActionLabels::other),
                        Integer.toString(average.plays())));
            }
        }
        Collections.reverse(lines);
        return lines;
    }

    private static String shares(List<Rational> weights, IntFunction<String> label) {
        List<Integer> order = IntStream.range(0, weights.size()).boxed().toList();
        return Amounts.shares(weights, order, label, Amounts::share);
    }

    private List<MonitorPage.WinnerLine> winners() {
        Map<ParticipantId, AdminParticipant> byId =
                view.participants().stream().collect(Collectors.toMap(AdminParticipant::id, Function.identity()));
        return view.winners().stream()
                .map(winner -> new MonitorPage.WinnerLine(
                        Integer.toString(winner.prize() + 1), Long.toString(winner.ticket() + 1), name(byId, winner)))
                .toList();
    }

    private static String name(Map<ParticipantId, AdminParticipant> byId, Winner winner) {
        return Optional.ofNullable(byId.get(winner.participant()))
                .map(MonitorPages::called)
                .orElse("(erased)");
    }
}
