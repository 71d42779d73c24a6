package org.aepsych.web.main.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.secret.SealingKeys;
import org.aepsych.core.secret.SecretBox;
import org.aepsych.core.secret.SecretSource;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Secrets at rest. */
@Command(
        name = "secret",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Seals secrets of the settings, and changes the key with which secrets are sealed.",
            "The keys are those of the environment variable AEPSYCH_KEY, or of the file secret.key in the data folder."
        })
final class SecretCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SecretCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.err()
                .println("aepsych: say what to do: "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
        return CommandLine.ExitCode.USAGE;
    }

    /** Makes a secret fit for the settings file. */
    @Command(
            name = "seal",
            mixinStandardHelpOptions = true,
            description = {
                "Reads a secret from the standard input, one line, and prints what to write into aepsych.ini instead of it.",
                "  ./aepsych secret seal mail.password"
            })
    static final class Seal implements Callable<Integer> {
        private final Console console;

        @Mixin
        private SettingsOptions settings = new SettingsOptions();

        @Parameters(
                paramLabel = "SECTION.OPTION",
                description = "The secret setting that it is for; it can be opened for no other.")
        private String option = "";

        Seal(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            ServerSettings known = Databases.known(settings);
            if (!known.isSecret(option)) {
                throw new AepsychException(
                        StandardError.INPUT_INVALID,
                        "SECTION.OPTION: expected a secret setting, one of " + String.join(", ", known.secretOptions())
                                + ", but found \"" + option + "\".");
            }
            String secret = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (secret == null || secret.isEmpty()) {
                throw new AepsychException(
                        StandardError.INPUT_INVALID, "expected the secret on the standard input, one line.");
            }
            SecretBox box = new SecretBox(known.keys(), SecretSource.secure());
            console.out().println(option.substring(option.lastIndexOf('.') + 1) + " = " + box.seal(option, secret));
            return 0;
        }
    }

    /** Changes the key. */
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Puts a new key before the others in the file secret.key. The server seals everything in the database with it",
                "when it starts next. What was sealed for aepsych.ini can be opened as long as the old key stays in the file:",
                "seal it anew, then delete the old key's line."
            })
    static final class Rotate implements Callable<Integer> {
        private final Console console;

        @Mixin
        private SettingsOptions settings = new SettingsOptions();

        Rotate(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            SealingKeys keys = settings.load(Map.of()).keys();
            console.out().println("the key " + keys.rotate() + " is the first in " + keys.place());
            return 0;
        }
    }
}
