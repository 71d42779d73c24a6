package org.aepsych.web.main.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.ExistingData;
import org.aepsych.web.main.laboratory.Laboratory;
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
            "  ./aepsych replay verify [ID]      decides everything again and compares, up to the first problem",
            "  ./aepsych replay run ID           runs a log message by message and goes on after problems",
            "  ./aepsych replay --rebuild [ID]   writes the result tables again and compares",
            "  ./aepsych replay ID --to N --fork lets an adaptive experiment go another way from message N on",
            "Exit code 1 if something came out differently."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final String VERIFY = "verify";
    private static final String LIST = "list";
    private static final String RUN = "run";

    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(
            arity = "0..2",
            paramLabel = "[list|verify|run] [ID]",
            description = "What to do, and with which log: its number or its experiment's id; all by default.")
    private List<String> words = List.of();

    @Option(names = "--rebuild", description = "Throw the result tables away and write what the logs say.")
    private boolean rebuild;

    @Option(names = "--all", description = "All logs; the same as giving no ID.")
    private boolean all;

    @Option(
            names = "--skip-computations",
            description = "With run: take what was decided as recorded, instead of deciding it again.")
    private boolean skipComputations;

    @Option(names = "--to", paramLabel = "N", description = "With run or --fork: the last message; all by default.")
    private Optional<Long> last = Optional.empty();

    @Option(names = "--fork", description = "Make a new experiment that begins with the same messages, up to --to.")
    private boolean fork;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean verb = !words.isEmpty() && List.of(VERIFY, LIST, RUN).contains(words.get(0));
        String what = verb ? words.get(0) : rebuild || words.isEmpty() ? "" : RUN;
        List<String> rest = verb ? words.subList(1, words.size()) : words;
        Optional<String> id = rest.isEmpty() ? Optional.empty() : Optional.of(rest.get(0));
        boolean onlyOfRun = skipComputations || last.isPresent();
        if (rest.size() > 1
                || what.isEmpty() != rebuild
                || (all && id.isPresent())
                || (what.equals(RUN) && id.isEmpty() && !all)
                || (onlyOfRun && !what.equals(RUN))
                || (fork && (!what.equals(RUN) || id.isEmpty() || last.isEmpty() || skipComputations))) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "expected one of: replay list, replay verify [ID], replay run ID [--skip-computations] [--to N],"
                            + " replay --rebuild [ID], replay ID --to N --fork.");
        }
        try (Laboratory laboratory = Laboratory.open(ExistingData.require(settings.load(Map.of())))) {
            Replays replays = new Replays(console, laboratory);
            if (fork) {
                long made = replays.fork(id.orElseThrow(), last.orElseThrow());
                console.out().println("./aepsych serve --replay " + made + " --resume serves it");
                return 0;
            }
            return switch (what) {
                case LIST -> replays.list(id);
                case VERIFY -> replays.verify(id);
                case RUN -> replays.run(id, !skipComputations, last.orElse(Long.MAX_VALUE));
                default -> replays.rebuild(id);
            };
        }
    }
}
