package org.aepsych.web.main;

import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.web.main.console.Console;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence why a command could not be run; people see no stack trace, the log does. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Console console;

    Refusals(Console console) {
        this.console = console;
    }

    int refuseCommandLine(ParameterException refused, String[] arguments) {
        String name = refused.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println("aepsych: " + refused.getMessage());
        UnmatchedArgumentException.printSuggestions(refused, console.err());
        console.err().println("./" + name + " --help explains the options.");
        return ExitCode.USAGE;
    }

    int refuseExecution(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ConfigException refused) {
            refused.problems().forEach(problem -> console.err().println("aepsych: " + problem));
        } else if (failure instanceof AepsychException refused) {
            console.err().println("aepsych: " + refused.getMessage());
        } else {
            LOG.error("{} failed", command.getCommandName(), failure);
            console.err().println("aepsych: unexpected failure: " + failure + "; the log says more.");
        }
        return ExitCode.SOFTWARE;
    }
}
