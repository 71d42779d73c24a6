package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program measures itself. */
class BenchTest {
    @TempDir
    private Path folder;

    @Test
    void strategiesAreComparedWithEachOtherAndWithPublishedCurves() throws IOException {
        Path csv = folder.resolve("curves.csv");
        Path plot = folder.resolve("curves.svg");
        String[] arguments = {
            "bench",
            "strategies",
            "--strategies=sobol,EAVC,experiments/contrast.ini",
            "-n",
            "2",
            "--trials=20",
            "--csv=" + csv,
            "--plot=" + plot
        };

        CommandLine first = CommandLine.run(arguments);
        String measured = withoutTimes(Files.readString(csv));
        CommandLine again = CommandLine.run(arguments);

        assertThat(first.err()).contains("6 of 6 sessions");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).contains("experiments/contrast.ini").contains("published");
        assertThat(measured.lines()).hasSize(1 + 3 * 2 * 2);
        assertThat(again.exitCode()).isZero();
        assertThat(withoutTimes(Files.readString(csv))).isEqualTo(measured);
        assertThat(plot).content().startsWith("<svg").contains("EAVC, published");
    }

    private static String withoutTimes(String csv) {
        return csv.replaceAll("(?m),[^,\n]*$", "");
    }

    @Test
    void anUnknownProblemIsAnsweredWithThoseThatThereAre() {
        CommandLine bench = CommandLine.run("bench", "strategies", "--problems=discrimination");

        assertThat(bench.exitCode()).isEqualTo(1);
        assertThat(bench.err()).contains("discrimination-2d").contains("hartmann-6d");
    }

    @Test
    void theProtocolIsMeasuredOverTheWire() {
        CommandLine bench = CommandLine.run("bench", "protocol", "-n", "20");

        assertThat(bench.exitCode()).isZero();
        assertThat(bench.out()).contains("20 trials over TCP", "ask + tell", "p95");
    }

    @Test
    void askingIsMeasuredOverTheWire() {
        CommandLine bench =
                CommandLine.run("bench", "ask", "--acqf=none,MCLevelSetEstimation", "-n", "12", "--window=3");

        assertThat(bench.exitCode()).isZero();
        assertThat(bench.out()).contains("none", "MCLevelSetEstimation", "12 tell+ask", "12 fit");
    }
}
