package org.aepsych.web.main;

import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.util.Collection;
import java.util.List;
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

    int refuseExecution(Exception thrown, CommandLine command, ParseResult parsed) {
        Exception failure = told(thrown);
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

    /** What a part said that could not be made, such as one with a certificate, instead of who wanted that part. */
    private static Exception told(Exception failure) {
        Collection<Message> messages = List.of();
        if (failure instanceof CreationException unmade) {
            messages = unmade.getErrorMessages();
        } else if (failure instanceof ProvisionException unmade) {
            messages = unmade.getErrorMessages();
        }
        return messages.stream()
                .map(Message::getCause)
                .filter(AepsychException.class::isInstance)
                .map(AepsychException.class::cast)
                .<Exception>map(refused -> refused)
                .findFirst()
                .orElse(failure);
    }
}
