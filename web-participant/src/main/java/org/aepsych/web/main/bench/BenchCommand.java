package org.aepsych.web.main.bench;

import java.util.concurrent.Callable;
import org.aepsych.web.main.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures the program; docs/performance.md records what it prints. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Measures how fast the server is, and how fast strategies learn, and prints the figures.",
            "A command's own help: ./aepsych bench COMMAND --help"
        })
final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.err()
                .println("aepsych: say what to measure: "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
        return CommandLine.ExitCode.USAGE;
    }
}
