package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab tries its experiment out before anybody is invited. */
class SimulateTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private String experiment(int rounds) throws IOException {
        return Files.writeString(folder.resolve("experiment.ini"), """
                [common]
                protocol = game
                games = [rps]
                rounds = %d
                minutes = 5
                lottery = Two vouchers
                winners = 2
                [rps]
                payoffs =
                    1, -1 | 0, 5 | -1, 1
                    0, 2 | 3, 1 | 1, -1
                    -1, 1 | 1, -1 | 1/2, 1/4
                """.formatted(rounds))
                .toString();
    }

    @Test
    void anExperimentIsTriedOutAndItsCostIsKnownBefore() throws Exception {
        List<String> words = List.of(
                "simulate",
                experiment(4),
                "-n",
                "30",
                "--runs",
                "3",
                "--policy",
                "best-reply:row",
                "--seed",
                "7",
                "--fee",
                "4.00",
                "--per-ticket",
                "0.50",
                "--csv",
                folder.resolve("csv").toString(),
                "--store",
                "trial",
                "--data",
                folder.toString());
        CommandLine first = CommandLine.run(words.toArray(String[]::new));

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("runs      3, 12 rounds, 360 plays")
                .containsPattern("duration  \\d\\.\\d minutes on average")
                .containsPattern("  row     -?\\d+\\.\\d\\d on average")
                .containsPattern("payout    \\d+\\.\\d\\d on average, .* EUR for a run")
                .contains("stored as trial\n", "stored as trial-2", "stored as trial-3");
        assertThat(table("runs")).hasSize(4).first().asString().startsWith("run,minutes,rounds,skipped,plays");
        assertThat(table("participants")).hasSize(91);
        assertThat(table("averages")).hasSize(1 + 3 * 4 * 6);
        CommandLine verified = CommandLine.run("replay", "verify", "--data", folder.toString());
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        List<String> participants = table("participants");
        CommandLine again = CommandLine.run(words.stream()
                .map(word -> word.equals("trial") ? "another" : word)
                .toArray(String[]::new));
        assertThat(table("participants")).isEqualTo(participants);
        assertThat(again.out().replace("another", "trial")).isEqualTo(first.out());
    }

    private String adaptive(String common) throws IOException {
        return adaptive("outcome_types = [binary]\n" + common, """
                [explore]
                generator = SobolGenerator
                min_asks = 10
                [refine]
                generator = OptimizeAcqfGenerator
                acqf = MCLevelSetEstimation
                samps = 100
                min_asks = 15
                """);
    }

    private String adaptive(String common, String steps) throws IOException {
        return Files.writeString(folder.resolve("adaptive.ini"), """
                [common]
                parnames = [size, colour, contrast]
                strategy_names = [explore, refine]
                %s
                [size]
                par_type = continuous
                lower_bound = 1
                upper_bound = 5
                [colour]
                par_type = categorical
                choices = [red, green, blue]
                [contrast]
                par_type = continuous
                lower_bound = 0.01
                upper_bound = 1
                log_scale = True
                %s
                """.formatted(common, steps))
                .toString();
    }

    /** Quasi-random trials, and then some of a model. */
    private static String steps(int asks, String model) {
        boolean several = model.startsWith("Independent");
        return """
                [explore]
                generator = SobolGenerator
                min_asks = %d
                min_total_outcome_occurrences = 0
                [refine]
                generator = %s
                samps = 50
                restarts = 2
                model = %s
                acqf = %s
                min_asks = %d
                [OrdinalGPModel]
                n_levels = 4
                [IndependentGPsModel]
                models = [GPClassificationModel, OrdinalGPModel, GPRegressionModel]
                """.formatted(
                        asks,
                        several ? "IndependentOptimizeAcqfGenerator" : "OptimizeAcqfGenerator",
                        model,
                        model.startsWith("Pairwise") ? "PairwiseMCPosteriorVariance" : "MCPosteriorVariance",
                        asks);
    }

    @Test
    void aLabSeesHowManyTrialsAThresholdNeeds() throws Exception {
        Path csv = folder.resolve("csv");
        String[] words = {
            "simulate",
            adaptive("stimuli_per_trial = 1\ntarget = 0.75"),
            "--runs=4",
            "--shape=logistic",
            "--threshold=-1",
            "--slope=12",
            "--guess=0.1",
            "--csv=" + csv
        };
        CommandLine first = CommandLine.run(words);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("4 sessions of 25 trials; sought: the contrast at which the probability of 1 is 0.75")
                .containsPattern("(?m)^    25  0\\.\\d+ ± ")
                .containsPattern("0.200 \\(10.0 % of the range\\): \\d+");
        // After 5, 10, 15, 20 and 25 trials of each session.
        assertThat(Files.readAllLines(csv.resolve("sessions.csv"))).hasSize(1 + 4 * 5);
        assertThat(csv.resolve("threshold.svg")).content().contains("<svg");
        assertThat(CommandLine.run(words).out()).isEqualTo(first.out());
    }

    @Test
    void aLabSeesHowManyComparisonsAPreferenceNeeds() throws Exception {
        Path csv = folder.resolve("csv");
        String file = adaptive("stimuli_per_trial = 2\noutcome_types = [binary]", steps(15, "PairwiseProbitModel"));
        CommandLine done =
                CommandLine.run("simulate", file, "--runs=2", "--shape=logistic", "--lapse=0", "--csv=" + csv);

        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out())
                .contains("2 sessions of 30 trials; sought: which of two stimuli is preferred; the best stimulus")
                .containsPattern("(?m)^    30  0\\.\\d+ ± ")
                .contains("20.0 % of all pairs: ");
        assertThat(learnt(csv, "", "misordered", 30)).isLessThan(learnt(csv, "", "misordered", 5));
        assertThat(learnt(csv, "", "shortfall", 30)).isBetween(0.0, 1.0);
        assertThat(csv.resolve("learning.svg")).content().contains("wrong order");
    }

    @Test
    void aLabSeesHowManyTrialsEachOfSeveralOutcomesNeeds() throws Exception {
        Path csv = folder.resolve("csv");
        String file = adaptive(
                "outcome_types = [binary, ordinal, continuous]\noutcome_names = [right, sure, seconds]",
                steps(20, "IndependentGPsModel"));
        CommandLine done = CommandLine.run(
                "simulate",
                file,
                "--runs=2",
                "--surface=rising,peak,rising",
                "--slope=6,6,-0.4",
                "--noise=0.1",
                "--guess=0.25",
                "--target=0.7,1.5,0",
                "--csv=" + csv);

        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out())
                .contains("2 sessions of 40 trials\n")
                .contains("right, sought: the contrast at which the probability of 1 is 0.7\n")
                .contains("sure, sought: the contrast at which the mean outcome is 1.5; the mean outcome of every"
                        + " stimulus; the best stimulus\n")
                .contains("seconds, sought: the contrast at which the mean outcome is 0.0; the mean outcome of every"
                        + " stimulus\n");
        for (String outcome : List.of("right", "sure", "seconds")) {
            String error = outcome.equals("right") ? "rmse" : "outcome_error";
            assertThat(learnt(csv, outcome, error, 40)).as(outcome).isLessThan(learnt(csv, outcome, error, 5));
        }
        // Four categories, so a guess in the middle would be off by one and more.
        assertThat(learnt(csv, "sure", "outcome_error", 40)).isLessThan(1);
    }

    @Test
    void ratingsMayHaveCutPointsOfTheLab() throws Exception {
        String file = adaptive("outcome_types = [ordinal]", steps(10, "OrdinalGPModel"));
        CommandLine three = CommandLine.run("simulate", file, "--runs=2", "--cut-points=-3,0,3", "--threshold=-1");
        assertThat(three.exitCode()).as(three.err()).isZero();
        assertThat(three.out()).contains("2 sessions of 20 trials; sought: the mean outcome of every stimulus\n");
        assertThat(CommandLine.run("simulate", file, "--cut-points=0").err())
                .contains("--cut-points are 3 rising numbers, because outcome outcome_1 has 4 categories");
        assertThat(CommandLine.run("simulate", file, "--guess=0.5").err()).contains("--guess is of binary outcomes");
    }

    /** Returns the mean of an error after so many trials. */
    private static double learnt(Path csv, String outcome, String error, int trials) throws IOException {
        List<String> lines = Files.readAllLines(csv.resolve("sessions.csv"));
        List<String> names = List.of(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> outcome.isEmpty() || cells[names.indexOf("outcome")].equals(outcome))
                .filter(cells -> cells[names.indexOf("trials")].equals(String.valueOf(trials)))
                .mapToDouble(cells -> Double.parseDouble(cells[names.indexOf(error)]))
                .average()
                .orElseThrow();
    }

    @Test
    void observersThatCannotBeAreRefused() throws Exception {
        String unknown = adaptive("stimuli_per_trial = 2\noutcome_types = [continuous]", """
                [explore]
                generator = SobolGenerator
                min_asks = 5
                [refine]
                generator = RandomGenerator
                min_asks = 5
                """);
        CommandLine pairs = CommandLine.run("simulate", unknown);
        assertThat(pairs.exitCode()).isNotZero();
        assertThat(pairs.err())
                .contains("outcome outcome_1 of these comparisons is continuous: no model predicts such outcomes");
        CommandLine weibull = CommandLine.run(
                "simulate",
                adaptive("stimuli_per_trial = 2\noutcome_types = [binary]", steps(5, "PairwiseProbitModel")),
                "--shape=weibull");
        assertThat(weibull.err()).contains("--shape of preferences is normal or logistic");
        CommandLine target =
                CommandLine.run("simulate", adaptive("stimuli_per_trial = 1"), "--target=0.4", "--guess=0.5");
        assertThat(target.exitCode()).isNotZero();
        assertThat(target.err()).contains("--target lies between --guess and 1 − --lapse", "0.4");
        CommandLine intensity = CommandLine.run("simulate", adaptive("stimuli_per_trial = 1"), "--intensity=loudness");
        assertThat(intensity.err()).contains("[size, colour, contrast]", "loudness");
        CommandLine cuts = CommandLine.run("simulate", adaptive("stimuli_per_trial = 1"), "--cut-points=0,1");
        assertThat(cuts.exitCode()).isNotZero();
        assertThat(cuts.err()).contains("--cut-points are of ordinal outcomes");
        CommandLine noise = CommandLine.run("simulate", adaptive("stimuli_per_trial = 1"), "--noise=2");
        assertThat(noise.err()).contains("--noise is of continuous outcomes");
    }

    @Test
    void aThousandParticipantsTakeSecondsOfOneCore() throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();

        CommandLine simulated = CommandLine.run("simulate", experiment(20), "-n", "1000");

        assertThat(simulated.out()).contains("20 rounds, 20000 plays");
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(LONGEST);
    }

    @Test
    void whatCannotBeSimulatedIsSaid() throws Exception {
        assertThat(CommandLine.run("simulate", experiment(2), "--think", "soon").err())
                .contains("--think: expected seconds such as 10 or 5:30, but found \"soon\"");
        assertThat(CommandLine.run("simulate", experiment(2), "-n", "0").err())
                .contains("participants: expected at least 1");
        assertThat(CommandLine.run("simulate", folder.resolve("no.ini").toString())
                        .err())
                .contains("there is no file");
    }

    private List<String> table(String name) throws IOException {
        return Files.readAllLines(folder.resolve("csv").resolve(name + ".csv"));
    }
}
