package org.aepsych.web.main;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.config.server.SettingsHelp;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.main.bench.BenchCommands;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.database.DatabaseCommands;
import org.aepsych.web.main.laboratory.Laboratory;
import org.aepsych.web.main.serve.ServeCommands;
import org.aepsych.web.main.simulate.SimulateCommands;
import org.aepsych.web.main.verify.VerifyCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line; {@code ./aepsych --help} lists the commands. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the program with its exit code: 0 if it did what was asked, 1 if it could not or found
     * something wrong, 2 if the command line was not understood.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        Charset charset = Charset.defaultCharset();
        System.exit(
                run(new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset), arguments));
    }

    /**
     * Runs a command.
     *
     * @param out where results are printed
     * @param err where it is said what went wrong
     * @param arguments the command and its options
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(new Console(out, err)).execute(arguments);
    }

    private static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Root(console));
        ServeCommands.addTo(line, console);
        line.addSubcommand(new CheckCommand(console));
        SimulateCommands.addTo(line, console);
        VerifyCommands.addTo(line, console);
        DatabaseCommands.addTo(line, console);
        line.addSubcommand(new PluginsCommand(console));
        BenchCommands.addTo(line, console);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        CommandDescriptions.arrange(line);
        CommandExamples.addTo(line);
        line.setParameterExceptionHandler(new Refusals(console)::refuseCommandLine);
        line.setExecutionExceptionHandler(new Refusals(console)::refuseExecution);
        return line;
    }

    @Command(
            name = "aepsych",
            description = "A laboratory for behavioural experiments: adaptive psychophysics and game theory.",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            footer = {"", "A command's own help: ./aepsych COMMAND --help", "All tests: ./aepsych test"})
    private static final class Root implements Callable<Integer> {
        private final Console console;

        @Option(names = "--help-config", description = "List every setting of the server, and exit.")
        private boolean helpConfig;

        Root(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            if (helpConfig) {
                console.out().print(settingsTable());
                console.out().flush();
                return CommandLine.ExitCode.OK;
            }
            console.err()
                    .println("aepsych: a command is missing; ./aepsych --help lists them, ./aepsych demo is a start.");
            return CommandLine.ExitCode.USAGE;
        }

        private static String settingsTable() {
            ServerSettings settings = ServerSettings.load(Optional.empty(), System.getenv(), Map.of());
            Extensions extensions = Laboratory.plugins(settings.server()).getInstance(Extensions.class);
            return SettingsHelp.table(Laboratory.storageSchemas(extensions));
        }
    }
}
