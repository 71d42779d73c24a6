package org.aepsych.web.main.verify;

import org.aepsych.web.main.console.Console;
import picocli.CommandLine;

/** The commands that compute again what was recorded. */
public final class VerifyCommands {
    private VerifyCommands() {}

    /**
     * Adds them.
     *
     * @param line the command line
     * @param console where they print
     */
    public static void addTo(CommandLine line, Console console) {
        line.addSubcommand(new VerifyDrawCommand(console))
                .addSubcommand(new VerifyPayoffsCommand(console))
                .addSubcommand(new ReplayCommand(console));
    }
}
