package org.aepsych.web.main;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs logs again: to verify what was decided, or to rebuild what follows from it. May run beside a server. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the logs of experiments again.",
            "  ./aepsych replay list             lists the logs",
            "  ./aepsych replay verify [ID]      decides everything again and compares",
            "  ./aepsych replay --rebuild [ID]   writes the result tables again and compares",
            "Exit code 1 if something came out differently."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final String VERIFY = "verify";
    private static final String LIST = "list";

    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(
            arity = "0..2",
            paramLabel = "[verify|list] [ID]",
            description = "What to do, and with which log: its number or its experiment's id; all by default.")
    private List<String> words = List.of();

    @Option(names = "--rebuild", description = "Throw the result tables away and write what the logs say.")
    private boolean rebuild;

    @Option(names = "--all", description = "All logs; the same as giving no ID.")
    private boolean all;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean verb = !words.isEmpty() && List.of(VERIFY, LIST).contains(words.get(0));
        List<String> rest = verb ? words.subList(1, words.size()) : words;
        Optional<String> id = rest.isEmpty() ? Optional.empty() : Optional.of(rest.get(0));
        if (rest.size() > 1 || (verb == rebuild) || (all && id.isPresent())) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "expected one of: replay list, replay verify [ID], replay --rebuild [ID].");
        }
        try (Laboratory laboratory = Laboratory.open(settings.load(Map.of()))) {
            Replays replays = new Replays(console, laboratory);
            if (rebuild) {
                return replays.rebuild(id);
            }
            return words.get(0).equals(LIST) ? replays.list(id) : replays.verify(id);
        }
    }
}
