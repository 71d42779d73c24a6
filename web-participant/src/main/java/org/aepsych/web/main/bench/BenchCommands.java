package org.aepsych.web.main.bench;

import org.aepsych.web.main.console.Console;
import picocli.CommandLine;

/** The commands that measure the program. */
public final class BenchCommands {
    private BenchCommands() {}

    /**
     * Adds them.
     *
     * @param line the command line
     * @param console where they print
     */
    public static void addTo(CommandLine line, Console console) {
        line.addSubcommand(new CommandLine(new BenchCommand(console))
                .addSubcommand(new BenchBotsCommand(console))
                .addSubcommand(new BenchGamelabCommand(console))
                .addSubcommand(new BenchAskCommand(console))
                .addSubcommand(new BenchProtocolCommand(console))
                .addSubcommand(new BenchStorageCommand(console))
                .addSubcommand(new BenchStrategiesCommand(console))
                .addSubcommand(new BenchCrashCommand(console)));
    }
}
