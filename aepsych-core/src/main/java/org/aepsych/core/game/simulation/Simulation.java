package org.aepsych.core.game.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.simulation.SimulatedRun.Outcome;
import org.aepsych.core.player.PlayerRandom;
import org.aepsych.core.plugin.Extensions;

/**
 * Runs a whole experiment on a virtual clock: what happens next in it, a play, an arrival or the end of a round, happens
 * at once. The same plan gives the same run. Not thread-safe; used once.
 */
public final class Simulation {
    /** Addresses of chance beside those of the policies, which are participant, round and game. */
    private static final long ARRIVAL = -1;

    private static final long ORDER = -2;
    private static final long LEAVING = -3;
    private static final long THINKING = -4;
    private static final long DRAW = -5;
    private static final long SECRET = -6;

    private final SimulationPlan plan;
    private final VirtualExperiment experiment;
    private final IntConsumer progress;
    private final List<Simulant> simulants = new ArrayList<>();
    private final PriorityQueue<Step> agenda =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
    private int seenRound = -1;
    private long steps;
    private long plays;
    private Instant now;

    /** Something that a participant will do. */
    private record Step(Instant at, long number, Runnable what) {}

    /**
     * Prepares a run.
     *
     * @param plan what is simulated
     * @param extensions has the payoff rules
     * @param log keeps what happens, if wanted
     * @param progress told the current round whenever one begins
     */
    public Simulation(SimulationPlan plan, Extensions extensions, VirtualLog log, IntConsumer progress) {
        this.plan = plan;
        this.progress = progress;
        this.now = plan.begin();
        this.experiment = new VirtualExperiment(plan.text(), plan.definition(), extensions, log, now);
    }

    /**
     * Runs the experiment to its end.
     *
     * @return how it went
     * @throws AepsychException {@code PLUGIN_INVALID} if the payoff rule or a policy fails
     */
    public SimulatedRun run() {
        boolean allThere = plan.behaviour().arrival().isZero();
        if (allThere) {
            for (int number = 1; number <= plan.participants(); number++) {
                register(number);
            }
        }
        experiment.start(String.format(Locale.ROOT, "%064x", PlayerRandom.seed(plan.seed(), SECRET)), now);
        Instant started = now;
        if (!allThere) {
            for (int number = 1; number <= plan.participants(); number++) {
                int arriving = number;
                RandomGenerator random = PlayerRandom.at(plan.seed(), number, ARRIVAL);
                later(plan.behaviour().arriving(random), () -> register(arriving));
            }
        }
        while (!experiment.over()) {
            step();
        }
        Duration duration = Duration.between(started, now);
        return result(duration, draw());
    }

    private void step() {
        beginRound();
        Optional<Instant> due = experiment.nextDue();
        Step next = agenda.peek();
        if (next != null && (due.isEmpty() || !next.at().isAfter(due.get()))) {
            agenda.remove();
            now = next.at();
            next.what().run();
        } else {
            now = due.orElseThrow(() -> new IllegalStateException("nothing will ever happen in round " + seenRound));
            experiment.tick(now);
        }
    }

    /** Lets everybody who may play in a new round begin to think. */
    private void beginRound() {
        if (experiment.round() == seenRound) {
            return;
        }
        seenRound = experiment.round();
        progress.accept(seenRound);
        for (Simulant simulant : simulants) {
            begin(simulant);
        }
    }

    private void begin(Simulant simulant) {
        if (simulant.gone() || !experiment.running()) {
            return;
        }
        if (experiment.role(simulant.id()).isEmpty()) {
            experiment.join(simulant.id(), now);
        }
        if (experiment.plays(simulant.id())) {
            if (plan.behaviour().leaves(PlayerRandom.at(plan.seed(), simulant.number(), seenRound, LEAVING))) {
                simulant.leave();
                experiment.leave(simulant.id(), now);
                return;
            }
            think(simulant, seenRound, 1);
        }
    }

    private void think(Simulant simulant, int round, int game) {
        RandomGenerator random = PlayerRandom.at(plan.seed(), simulant.number(), round, game, THINKING);
        later(plan.behaviour().thinking(random), () -> play(simulant, round, game));
    }

    private void play(Simulant simulant, int round, int number) {
        if (experiment.round() != round
                || experiment.nextDue().filter(now::isAfter).isPresent()) {
            simulant.cameTooLate();
            return;
        }
        List<Game> games = plan.definition().games();
        Game game = games.get(number - 1);
        Role role = experiment.role(simulant.id()).orElseThrow();
        RandomGenerator random = PlayerRandom.at(plan.seed(), simulant.number(), round, number);
        Mixture mixture = plan.policies().of(role).play(simulant.situation(experiment, game, role), random);
        try {
            experiment.play(simulant.id(), round, number, mixture, now);
        } catch (AepsychException e) {
            if (e.code() == StandardError.ROUND_CLOSED) {
                simulant.cameTooLate();
                return;
            }
            throw e;
        }
        plays++;
        if (number < games.size()) {
            think(simulant, round, number + 1);
        } else {
            simulant.playedARound();
        }
    }

    private void register(int number) {
        // 1 to 2³¹ − 1, as for people.
        long rseed = 1L + PlayerRandom.at(plan.seed(), number, ORDER).nextInt(Integer.MAX_VALUE);
        Simulant simulant = new Simulant(experiment.register("simulated-" + number, rseed, now), number);
        simulants.add(simulant);
        experiment.answer(simulant.id(), now);
        if (seenRound >= 0) {
            begin(simulant);
        }
    }

    private void later(Duration time, Runnable what) {
        steps++;
        agenda.add(new Step(now.plus(time), steps, what));
    }

    private List<Winner> draw() {
        int wanted = Math.min(plan.definition().prize().winners(), experiment.candidates());
        boolean lottery = !plan.definition().prize().lottery().isEmpty();
        return lottery && wanted > 0 ? experiment.draw(wanted, PlayerRandom.seed(plan.seed(), DRAW), now) : List.of();
    }

    private SimulatedRun result(Duration duration, List<Winner> winners) {
        List<Outcome> outcomes = simulants.stream()
                .map(simulant -> new Outcome(
                        simulant.id(),
                        experiment.role(simulant.id()),
                        experiment.joined(simulant.id()),
                        simulant.roundsPlayed(),
                        experiment.payoff(simulant.id()),
                        experiment.score(simulant.id()).orElseThrow().tickets()))
                .toList();
        List<List<GameAverage>> rounds = new ArrayList<>();
        for (int round = 0; round < experiment.settled(); round++) {
            rounds.add(experiment.averages(round));
        }
        long tooLate = simulants.stream().mapToLong(Simulant::tooLate).sum();
        return new SimulatedRun(duration, plays, tooLate, outcomes, rounds, winners);
    }
}
