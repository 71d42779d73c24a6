package org.aepsych.web.main.simulate;

import org.aepsych.web.main.console.Console;
import picocli.CommandLine;

/** The commands in which simulated participants take part. */
public final class SimulateCommands {
    private SimulateCommands() {}

    /**
     * Adds them.
     *
     * @param line the command line
     * @param console where they print
     */
    public static void addTo(CommandLine line, Console console) {
        line.addSubcommand(new SimulateCommand(console)).addSubcommand(new BotsCommand(console));
    }
}
