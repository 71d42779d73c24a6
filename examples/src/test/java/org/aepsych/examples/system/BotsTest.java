package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Simulated participants play over HTTP on SQLite; {@code ./aepsych bench bots} does the same with 200. */
class BotsTest {
    @Test
    void manyBotsPlayToTheEndWithoutAFailedRequest() {
        CommandLine bench = CommandLine.run("bench", "bots", "-n", "30", "--rounds", "3");

        assertThat(bench.out()).contains("30, of which 30 saw the end", "plays      180 ", "failed: 0");
        assertThat(bench.exitCode()).isZero();
    }

    @Test
    void botsThatMeetNobodySayWhere() {
        CommandLine bots = CommandLine.run("bots", "http://127.0.0.1:1/e/nothing", "-n", "1");

        assertThat(bots.exitCode()).isOne();
        assertThat(bots.err()).contains("no server answers at http://127.0.0.1:1/e/nothing");
    }
}
