package org.aepsych.web.main;

import picocli.CommandLine;

/** The commands in which simulated participants take part. */
final class SimulateCommands {
    private SimulateCommands() {}

    /**
     * Adds them.
     *
     * @param line the command line
     * @param console where they print
     */
    static void addTo(CommandLine line, Console console) {
        line.addSubcommand(new SimulateCommand(console)).addSubcommand(new BotsCommand(console));
    }
}
