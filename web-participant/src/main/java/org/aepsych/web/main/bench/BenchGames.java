package org.aepsych.web.main.bench;

/**
 * The experiment in which simulated participants are measured: a prisoner's dilemma and matching pennies.
 *
 * @param rounds how many
 * @param minutes how long a round lasts at most
 * @param percent of the participants whose plays end a round
 */
record BenchGames(int rounds, int minutes, int percent) {
    /** Returns the experiment's file. */
    String text() {
        return """
                [common]
                protocol = game
                games = [dilemma, pennies]
                rounds = %d
                minutes = %d
                roundpct = %d

                [dilemma]
                payoffs =
                    3, 3 | 0, 5
                    5, 0 | 1, 1

                [pennies]
                payoffs =
                    2, 0 | 0, 2
                    0, 2 | 2, 0
                """.formatted(rounds, minutes, percent);
    }
}
