package org.aepsych.web.admin.game;

import java.time.Duration;
import java.time.Instant;
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
import org.aepsych.core.game.definition.Questionnaire;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.RoleCount;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameAdminView.AdminParticipant;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.RoundClock;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.admin.head.Figure;
import org.aepsych.web.security.Reach;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Ago;
import org.aepsych.web.view.Amounts;
import org.aepsych.web.view.Countdown;

/** Composes the page of a game experiment. */
public final class MonitorPages {
    private static final Duration HERE = Duration.ofSeconds(40);
    private static final int PULSE_WIDTH = 120;
    private static final int PULSE_HEIGHT = 22;

    private final GameAdminView view;
    private final GameSummary summary;
    private final Map<ParticipantId, Instant> seen;

    /**
     * Pages of an experiment.
     *
     * @param view the experiment
     * @param seen when participants were last seen; those who are missing were not
     */
    public MonitorPages(GameAdminView view, Map<ParticipantId, Instant> seen) {
        this.view = view;
        this.summary = view.summary();
        this.seen = Map.copyOf(seen);
    }

    MonitorPage page(
            ExperimentHead head,
            String token,
            List<Integer> pulse,
            boolean copy,
            Reach reach,
            Optional<MonitorPage.LotteryCard> lottery) {
        return new MonitorPage(
                head,
                Addresses.administration(summary.id()),
                token,
                summary.phase() == GamePhase.NEW ? new StartChecks(view, count("here"), reach).list() : List.of(),
                figures(),
                pulse(pulse),
                countdown(),
                meters(),
                summary.phase() == GamePhase.NEW ? Optional.of(StartNotice.of(view, count("here"))) : Optional.empty(),
                steps(copy),
                view.participants().stream().map(this::person).toList(),
                rounds(),
                winners(),
                lottery);
    }

    static MonitorPage.PulseLine pulse(List<Integer> counts) {
        int most = Math.max(1, Collections.max(counts));
        double step = PULSE_WIDTH / (counts.size() - 1.0);
        String points = IntStream.range(0, counts.size())
                .mapToObj(i -> Math.rint(i * step * 10) / 10 + ","
                        + Math.rint((1 + (1 - counts.get(i) / (double) most) * PULSE_HEIGHT) * 10) / 10)
                .collect(Collectors.joining(" "));
        int latest = counts.stream()
                .skip(counts.size() - 10L)
                .mapToInt(Integer::intValue)
                .sum();
        return new MonitorPage.PulseLine(Double.toString(latest / 10.0), points, Collections.max(counts));
    }

    private long count(String presence) {
        return view.participants().stream()
                .filter(participant -> presence(participant.id()).equals(presence))
                .count();
    }

    private String presence(ParticipantId participant) {
        return Optional.ofNullable(seen.get(participant))
                .map(when -> when.plus(HERE).isAfter(summary.clock().now()) ? "here" : "away")
                .orElse("unseen");
    }

    private String seen(ParticipantId participant) {
        return Optional.ofNullable(seen.get(participant))
                .map(when -> Ago.shown(when, summary.clock().now()))
                .orElse("not seen");
    }

    /**
     * Shows what could be counted at a moment of the past, of which nobody knows who was there.
     *
     * @return numbers with their names
     */
    public List<Figure> figuresThen() {
        return figures().stream()
                .filter(figure -> !figure.label().equals("here now"))
                .toList();
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("participants", Integer.toString(summary.participants())));
        figures.add(new Figure("here now", Long.toString(count("here"))));
        figures.add(new Figure("in the lobby", Integer.toString(view.lobby())));
        figures.add(new Figure(
                "rounds finished",
                view.rounds().size() + " of " + summary.clock().rounds()));
        if (summary.phase() == GamePhase.OVER || summary.phase() == GamePhase.DRAWN) {
            figures.add(new Figure("tickets of all", Long.toString(view.total())));
        }
        return figures;
    }

    private Optional<Countdown> countdown() {
        RoundClock clock = summary.clock();
        String label = clock.running() ? "The round ends at the latest in" : "The first round begins in";
        return clock.deadline().map(deadline -> new Countdown(label, deadline, clock.now()));
    }

    /**
     * Shows how complete the round is.
     *
     * @return a line for each role; none if no round is running
     */
    public List<MonitorPage.Meter> meters() {
        if (!summary.clock().running()) {
            return List.of();
        }
        return IntStream.range(0, view.attendance().roles().size())
                .mapToObj(Role::new)
                .map(role -> meter(
                        players(role) + " who have played everything",
                        view.attendance().of(role)))
                .toList();
    }

    private static String players(Role role) {
        return switch (role.number()) {
            case 0 -> "Row players";
            case 1 -> "Column players";
            default -> "Players in role " + (role.number() + 1);
        };
    }

    private static MonitorPage.Meter meter(String label, RoleCount count) {
        return new MonitorPage.Meter(label, count.complete(), count.present());
    }

    private MonitorPage.Steps steps(boolean copy) {
        boolean lottery = !view.definition().prize().lottery().isEmpty();
        return new MonitorPage.Steps(
                summary.clock().running(),
                summary.phase() == GamePhase.OVER && lottery && view.total() > 0,
                Math.max(1, view.definition().prize().winners()),
                view.definition().prize().draw() == DrawMethod.COMMITTED,
                copy && summary.clock().running());
    }

    /**
     * Shows a participant.
     *
     * @param participant of the experiment
     * @return their line
     */
    public MonitorPage.Person person(AdminParticipant participant) {
        boolean running = summary.clock().running();
        int games = view.definition().games().size();
        return new MonitorPage.Person(
                participant.id().value(),
                called(participant),
                participant.role().map(Role::toString).orElse("–"),
                presence(participant.id()),
                seen(participant.id()),
                where(participant),
                busy(participant),
                participant.joined().map(round -> Integer.toString(round + 1)).orElse("–"),
                running && participant.joined().isPresent() ? participant.gamesPlayed() + " of " + games : "–",
                Amounts.points(participant.payoff()),
                Long.toString(participant.score().map(score -> score.tickets()).orElse(participant.tickets())),
                participant.enabled(),
                participant.prize().map(prize -> "prize " + (prize + 1)).orElse(""));
    }

    private boolean busy(AdminParticipant participant) {
        boolean playing = summary.clock().running()
                && participant.enabled()
                && participant.absence().isEmpty()
                && participant
                        .joined()
                        .filter(round -> round <= summary.clock().round())
                        .isPresent();
        return playing && participant.gamesPlayed() < view.definition().games().size();
    }

    private String where(AdminParticipant participant) {
        int games = view.definition().games().size();
        if (!participant.enabled()) {
            return "excluded";
        }
        if (participant.joined().isEmpty()) {
            return inTheLobby(participant);
        }
        if (participant.absence().isPresent()) {
            return silent(participant.absence().orElseThrow(), participant);
        }
        if (!summary.clock().running()) {
            return summary.clock().round() < 0 ? "waits for the first round" : "sees the result";
        }
        if (participant.joined().orElseThrow() > summary.clock().round()) {
            return "begins with the next round";
        }
        if (participant.gamesPlayed() >= games) {
            return "waits for the others";
        }
        return games == 1 ? "is choosing" : "is choosing, game " + (participant.gamesPlayed() + 1) + " of " + games;
    }

    private String inTheLobby(AdminParticipant participant) {
        Questionnaire questions = view.definition().questionnaire();
        if (participant.answered() >= questions.size()) {
            return "in the lobby";
        }
        return participant.answered() < questions.first() ? "has not agreed yet" : "has questions to answer";
    }

    private String silent(Absence absence, AdminParticipant participant) {
        if (absence.byHand()) {
            return "released by hand "
                    + Ago.shown(absence.since(), summary.clock().now());
        }
        String since =
                "silent since " + Ago.shown(absence.since(), summary.clock().now());
        return since
                + switch (absence.action()) {
                    case WAIT -> "";
                    case SKIP -> ", rounds go on without them";
                    case BOT ->
                        participant
                                .role()
                                .flatMap(role -> view.definition().silence().of(role))
                                .flatMap(Silence.Rule::standIn)
                                .map(policy -> ", a bot plays for them (" + policy.policy() + ")")
                                .orElse("");
                    case RELEASE -> ", released from round " + (absence.round() + 1) + " on";
                };
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
                        average.skipped() ? "skipped" : others(average),
                        Integer.toString(average.plays())));
            }
        }
        Collections.reverse(lines);
        return lines;
    }

    /** In games of more than two roles, the averages of the third and further ones follow those of the second. */
    private static String others(GameAverage average) {
        return average.roles().stream()
                .skip(1)
                .map(weights -> shares(weights, ActionLabels::other))
                .collect(Collectors.joining("; "));
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
