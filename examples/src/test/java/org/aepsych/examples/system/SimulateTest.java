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
        return Files.writeString(folder.resolve("adaptive.ini"), """
                [common]
                parnames = [size, contrast]
                strategy_names = [explore, refine]
                outcome_types = [binary]
                %s
                [size]
                par_type = continuous
                lower_bound = 1
                upper_bound = 5
                [contrast]
                par_type = continuous
                lower_bound = 0.01
                upper_bound = 1
                log_scale = True
                [explore]
                generator = SobolGenerator
                min_asks = 10
                [refine]
                generator = OptimizeAcqfGenerator
                acqf = MCLevelSetEstimation
                samps = 100
                min_asks = 15
                """.formatted(common))
                .toString();
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
    void observersThatCannotBeAreRefused() throws Exception {
        CommandLine pairs = CommandLine.run("simulate", adaptive("stimuli_per_trial = 2"));
        assertThat(pairs.exitCode()).isNotZero();
        assertThat(pairs.err()).contains("stimuli_per_trial is 2");
        CommandLine target =
                CommandLine.run("simulate", adaptive("stimuli_per_trial = 1"), "--target=0.4", "--guess=0.5");
        assertThat(target.exitCode()).isNotZero();
        assertThat(target.err()).contains("--target lies between --guess and 1 − --lapse", "0.4");
        CommandLine intensity = CommandLine.run("simulate", adaptive("stimuli_per_trial = 1"), "--intensity=loudness");
        assertThat(intensity.err()).contains("[size, contrast]", "loudness");
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
