package org.aepsych.web.main;

import picocli.CommandLine;

/** The commands that run a server until it is stopped. */
final class ServeCommands {
    private ServeCommands() {}

    /**
     * Adds them.
     *
     * @param line the command line
     * @param console where they print
     */
    static void addTo(CommandLine line, Console console) {
        line.addSubcommand(new DemoCommand(console)).addSubcommand(new ServeCommand(console));
        line.registerConverter(HostAndPort.class, HostAndPort::parse);
    }
}
