package org.aepsych.web.main.serve;

import org.aepsych.web.main.console.Console;
import picocli.CommandLine;

/** The commands that run a server until it is stopped. */
public final class ServeCommands {
    private ServeCommands() {}

    /**
     * Adds them.
     *
     * @param line the command line
     * @param console where they print
     */
    public static void addTo(CommandLine line, Console console) {
        line.addSubcommand(new DemoCommand(console)).addSubcommand(new ServeCommand(console));
        line.registerConverter(HostAndPort.class, HostAndPort::parse);
    }
}
