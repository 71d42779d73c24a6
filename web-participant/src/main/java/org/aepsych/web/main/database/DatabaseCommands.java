package org.aepsych.web.main.database;

import org.aepsych.web.main.console.Console;
import picocli.CommandLine;

/** The commands that work on what is stored, without a server. */
public final class DatabaseCommands {
    private DatabaseCommands() {}

    /**
     * Adds them.
     *
     * @param line the command line
     * @param console where they print
     */
    public static void addTo(CommandLine line, Console console) {
        line.addSubcommand(new CommandLine(new DbCommand(console))
                        .addSubcommand(new DbInfoCommand(console))
                        .addSubcommand(new DbMigrateCommand(console))
                        .addSubcommand(new DbCopyCommand(console))
                        .addSubcommand(new DbBackupCommand(console))
                        .addSubcommand(new DbRestoreCommand(console))
                        .addSubcommand(new DbWipeCommand(console))
                        .addSubcommand(new DbVacuumCommand(console)))
                .addSubcommand(new CommandLine(new ParticipantCommand(console))
                        .addSubcommand(new ParticipantCommand.Erase(console)))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new CommandLine(new SecretCommand(console))
                        .addSubcommand(new SecretCommand.Seal(console))
                        .addSubcommand(new SecretCommand.Rotate(console)));
    }
}
