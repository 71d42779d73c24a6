package org.aepsych.web.main.database;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.Storage;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Work on participants' personal data. */
@Command(
        name = "participant",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Works on the personal data of participants: ./aepsych participant erase --help")
final class ParticipantCommand implements Callable<Integer> {
    private final Console console;

    ParticipantCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.err().println("aepsych: expected ./aepsych participant erase EXPERIMENT WHO.");
        return ExitCode.USAGE;
    }

    /** Forgets who somebody is. */
    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description = {
                "Erases who a participant of a game experiment is: name or address, password, sessions, and mails that",
                "wait. What they played stays under their number, and the log still verifies. This cannot be undone."
            })
    static final class Erase implements Callable<Integer> {
        private final Console console;

        @Mixin
        private SettingsOptions settings = new SettingsOptions();

        @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "Its id.")
        private String experiment = "";

        @Parameters(index = "1", paramLabel = "WHO", description = "Name or address, or the number as #NUMBER.")
        private String who = "";

        @Option(names = "--yes", description = "Do it. Without this, the command only says whom it would erase.")
        private boolean yes;

        Erase(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Storage storage = new Databases(settings).openExisting()) {
                StreamId stream = storage.streams().list().stream()
                        .filter(opened -> opened.header().experimentId().value().equals(experiment))
                        .findFirst()
                        .orElseThrow(() -> new AepsychException(
                                StandardError.EXPERIMENT_NOT_FOUND,
                                "there is no experiment \"" + experiment
                                        + "\"; ./aepsych replay list shows what there is."))
                        .id();
                Person person = find(storage, stream)
                        .orElseThrow(() -> new AepsychException(
                                StandardError.PARTICIPANT_NOT_FOUND,
                                "there is nobody called so in " + experiment + "; nothing was erased."));
                if (!yes) {
                    console.err()
                            .println("aepsych: this would erase who participant " + person.id() + " of " + experiment
                                    + " is; give --yes to do it.");
                    return 1;
                }
                boolean unused = storage.persons().erase(stream, person.id());
                console.out()
                        .println("erased who participant " + person.id() + " of " + experiment
                                + " is; their plays stay under that number");
                return 0;
            }
        }

        private Optional<Person> find(Storage storage, StreamId stream) {
            return who.matches("#\\d+")
                    ? storage.persons().find(stream, new ParticipantId(Long.parseLong(who.substring(1))))
                    : storage.persons().find(stream, who);
        }
    }
}
