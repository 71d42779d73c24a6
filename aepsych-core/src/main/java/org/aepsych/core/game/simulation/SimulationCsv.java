package org.aepsych.core.game.simulation;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.simulation.SimulatedRun.Outcome;

/**
 * Runs as tables (RFC 4180): {@code runs.csv}, {@code participants.csv}, and {@code averages.csv} with the average weight of
 * each action. Exact numbers are there as fractions, and again as decimals for programs that cannot read fractions.
 */
public final class SimulationCsv implements Closeable {
    private static final int NOBODY = -1;

    private final Payout payout;
    private final PrintWriter runs;
    private final PrintWriter participants;
    private final PrintWriter averages;
    private int run;

    /**
     * Creates the files; what was there before is replaced.
     *
     * @param folder created if missing
     * @param payout what participants are paid
     * @throws IOException if the files cannot be written
     */
    public SimulationCsv(Path folder, Payout payout) throws IOException {
        Files.createDirectories(folder);
        this.payout = payout;
        runs = open(folder, "runs", "run,minutes,rounds,skipped,plays,too_late,tickets,payout");
        participants = open(
                folder,
                "participants",
                "run,participant,role,joined,rounds_played,payoff,payoff_decimal,tickets,payout,prize");
        averages = open(folder, "averages", "run,round,game,role,action,weight,weight_decimal,skipped,plays");
    }

    private static PrintWriter open(Path folder, String name, String head) throws IOException {
        PrintWriter out =
                new PrintWriter(Files.newBufferedWriter(folder.resolve(name + ".csv"), StandardCharsets.UTF_8));
        row(out, Stream.of(head));
        return out;
    }

    /**
     * Adds a run.
     *
     * @param done how it went
     */
    public void add(SimulatedRun done) {
        run++;
        long tickets = done.participants().stream().mapToLong(Outcome::tickets).sum();
        row(
                runs,
                Stream.of(
                        run,
                        done.duration().toMillis() / 60_000.0,
                        done.rounds().size(),
                        done.skipped(),
                        done.plays(),
                        done.tooLate(),
                        tickets,
                        payout.of(done)));
        done.participants().forEach(outcome -> add(done, outcome));
        for (int round = 0; round < done.rounds().size(); round++) {
            for (GameAverage average : done.rounds().get(round)) {
                add(round, average);
            }
        }
    }

    private void add(SimulatedRun done, Outcome outcome) {
        int prize = done.winners().stream()
                .filter(winner -> winner.participant().equals(outcome.participant()))
                .map(winner -> winner.prize() + 1)
                .findFirst()
                .orElse(0);
        row(
                participants,
                Stream.of(
                        run,
                        outcome.participant(),
                        outcome.role().map(Object::toString).orElse(""),
                        outcome.joined().orElse(NOBODY),
                        outcome.rounds(),
                        outcome.payoff(),
                        outcome.payoff().toDouble(),
                        outcome.tickets(),
                        payout.of(outcome),
                        prize == 0 ? "" : prize));
    }

    private void add(int round, GameAverage average) {
        for (int role = 0; role < average.roles().size(); role++) {
            List<Rational> weights = average.roles().get(role);
            for (int action = 0; action < weights.size(); action++) {
                Rational weight = weights.get(action);
                row(
                        averages,
                        Stream.of(
                                run,
                                round,
                                average.game(),
                                new Role(role),
                                action,
                                weight,
                                weight.toDouble(),
                                average.skipped() ? 1 : 0,
                                average.plays()));
            }
        }
    }

    private static void row(PrintWriter out, Stream<?> cells) {
        out.print(cells.map(Object::toString).collect(Collectors.joining(",", "", "\r\n")));
    }

    @Override
    public void close() throws IOException {
        boolean failed = false;
        for (PrintWriter out : List.of(runs, participants, averages)) {
            failed |= out.checkError();
            out.close();
        }
        if (failed) {
            throw new IOException("the tables could not be written; is the disk full?");
        }
    }
}
