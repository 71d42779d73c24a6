package org.aepsych.web.main.verify;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.game.view.PayoffExplanation;
import org.aepsych.core.game.view.RoundExplanation;
import org.aepsych.web.api.PayoffsDocument;
import org.aepsych.web.main.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lets a participant check what a round paid them. */
@Command(
        name = "verify-payoffs",
        mixinStandardHelpOptions = true,
        description = {
            "Computes again what a round paid a participant, from the weights and the cells, and compares.",
            "Exit code 1 if something is wrong."
        })
final class VerifyPayoffsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE|URL",
            description = {
                "The round: a file, or an address such as",
                "http://localhost:8080/api/experiments/prisoners/me/payoffs/0"
            })
    private String source = "";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The participant's token, or an administrator's for an address under /api/v1.")
    private Optional<String> token = Optional.empty();

    VerifyPayoffsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RoundExplanation round = read();
        String whose = round.experiment() + ", round " + (round.round() + 1) + ", participant " + round.participant();
        Optional<String> problem = round.problem();
        if (problem.isPresent()) {
            console.out().println("WRONG  " + whose + ": " + problem.get());
            return 1;
        }
        console.out().println("good   " + whose + ": " + round.payoff() + " points");
        round.games().forEach(game -> console.out().println("       game " + game.game() + ": " + said(game)));
        return 0;
    }

    private static String said(PayoffExplanation game) {
        return switch (game.reason()) {
            case POPULATION, GROUP, STAND_IN ->
                game.amount().orElseThrow() + ", the sum of " + game.terms().size() + " cells";
            case NOBODY -> "0, since there was nobody to be paid against";
            case INCOMPLETE -> "not paid, since not all games were played";
            case HIDDEN -> game.amount().orElseThrow() + "; what others played is hidden, so this cannot be checked";
            case UNSAID -> game.amount().orElseThrow() + "; the payoff rule does not unfold it";
        };
    }

    private RoundExplanation read() throws IOException, InterruptedException {
        String text = PublishedText.read(source, token);
        try {
            return JsonMapper.shared().readValue(text, PayoffsDocument.class).explanation();
        } catch (JacksonException | IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, source + " does not explain a round: " + e.getMessage(), e);
        }
    }
}
