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
