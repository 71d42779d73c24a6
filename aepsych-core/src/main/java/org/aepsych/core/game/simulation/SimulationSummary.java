package org.aepsych.core.game.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.api.game.Role;
import org.aepsych.core.game.simulation.SimulatedRun.Outcome;

/** What several runs of the same experiment tell its experimenter. Not thread-safe. */
public final class SimulationSummary {
    private final Payout payout;
    private final String currency;
    private final List<SimulatedRun> runs = new ArrayList<>();

    /**
     * A summary of no runs yet.
     *
     * @param payout what participants are paid
     * @param currency as people write it
     */
    public SimulationSummary(Payout payout, String currency) {
        this.payout = payout;
        this.currency = currency;
    }

    /**
     * Adds a run.
     *
     * @param run how it went
     */
    public void add(SimulatedRun run) {
        runs.add(run);
    }

    /**
     * Writes the summary for people.
     *
     * @return several lines
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        long plays = runs.stream().mapToLong(SimulatedRun::plays).sum();
        long tooLate = runs.stream().mapToLong(SimulatedRun::tooLate).sum();
        int skipped = runs.stream().mapToInt(SimulatedRun::skipped).sum();
        int rounds = runs.stream().mapToInt(run -> run.rounds().size()).sum();
        line(text, "runs", "%d, %d rounds, %d plays", runs.size(), rounds, plays);
        if (tooLate > 0 || skipped > 0) {
            line(text, "lost", "%d plays came after their round, %d rounds had nobody in a role", tooLate, skipped);
        }
        line(
                text,
                "duration",
                "%s",
                minutes(runs.stream()
                        .mapToDouble(run -> run.duration().toMillis() / 60_000.0)
                        .toArray()));
        line(text, "payoff", "%s", spread(payoffs(runs, Optional.empty())));
        TreeMap<Role, Integer> roles = new TreeMap<>();
        runs.forEach(run -> run.participants()
                .forEach(outcome -> outcome.role().ifPresent(role -> roles.merge(role, 1, Integer::sum))));
        roles.keySet().forEach(role -> line(text, "  " + role, "%s", spread(payoffs(runs, Optional.of(role)))));
        line(
                text,
                "tickets",
                "%s",
                spread(runs.stream()
                        .flatMap(run -> run.participants().stream())
                        .mapToDouble(Outcome::tickets)
                        .toArray()));
        if (payout.any()) {
            line(
                    text,
                    "payout",
                    "%s %s for a run",
                    spread(runs.stream()
                            .mapToDouble(run -> payout.of(run).doubleValue())
                            .toArray()),
                    currency);
        }
        long lobby = runs.stream()
                .flatMap(run -> run.participants().stream())
                .filter(outcome -> outcome.role().isEmpty())
                .count();
        if (lobby > 0) {
            line(text, "lobby", "%d participants were never let in", lobby);
        }
        return text.toString();
    }

    private static double[] payoffs(List<SimulatedRun> runs, Optional<Role> role) {
        return runs.stream()
                .flatMap(run -> run.participants().stream())
                .filter(outcome -> outcome.role().isPresent()
                        && (role.isEmpty() || outcome.role().equals(role)))
                .mapToDouble(outcome -> outcome.payoff().toDouble())
                .toArray();
    }

    private static void line(StringBuilder text, String what, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "%-9s ", what))
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    private static String minutes(double... minutes) {
        Spread spread = Spread.of(minutes);
        return spread.count() == 1
                ? String.format(Locale.ROOT, "%.1f minutes", spread.mean())
                : String.format(
                        Locale.ROOT,
                        "%.1f minutes on average, %.1f to %.1f",
                        spread.mean(),
                        spread.least(),
                        spread.most());
    }

    private static String spread(double... numbers) {
        Spread spread = Spread.of(numbers);
        return spread.count() == 1
                ? String.format(Locale.ROOT, "%.2f", spread.mean())
                : String.format(
                        Locale.ROOT,
                        "%.2f on average, %.2f to %.2f, median %.2f, standard deviation %.2f",
                        spread.mean(),
                        spread.least(),
                        spread.most(),
                        spread.median(),
                        spread.deviation());
    }
}
