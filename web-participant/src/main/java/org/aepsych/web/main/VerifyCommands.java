package org.aepsych.web.main;

import picocli.CommandLine;

/** The commands that compute again what was recorded. */
final class VerifyCommands {
    private VerifyCommands() {}

    /**
     * Adds them.
     *
     * @param line the command line
     * @param console where they print
     */
    static void addTo(CommandLine line, Console console) {
        line.addSubcommand(new VerifyDrawCommand(console))
                .addSubcommand(new VerifyPayoffsCommand(console))
                .addSubcommand(new ReplayCommand(console));
    }
}
