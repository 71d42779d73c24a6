package org.aepsych.web.main.verify;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.game.view.PublishedDraw;
import org.aepsych.web.api.DrawDocument;
import org.aepsych.web.main.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lets anybody check a lottery from what was published. */
@Command(
        name = "verify-draw",
        mixinStandardHelpOptions = true,
        description = {
            "Draws a lottery again from what was published of it, and compares. Needs neither the database nor a log-in.",
            "Exit code 1 if something is wrong."
        })
final class VerifyDrawCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE|URL",
            description = {
                "What was published: a file, or an address such as",
                "http://localhost:8080/api/experiments/prisoners/draw"
            })
    private String source = "";

    @Option(
            names = "--commitment",
            paramLabel = "HASH",
            description = "The hash that you noted when the experiment started; it must be the same.")
    private Optional<String> noted = Optional.empty();

    VerifyDrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PublishedDraw draw = read();
        Optional<String> problem = noted.filter(hash -> !draw.commitment().equals(Optional.of(hash)))
                .map(hash ->
                        "the commitment is " + draw.commitment().orElse("missing") + ", not the one that you noted")
                .or(draw::problem);
        if (problem.isPresent()) {
            console.out().println("WRONG  " + draw.experiment() + ": " + problem.get());
            return 1;
        }
        console.out()
                .println("good   " + draw.experiment() + ": " + draw.winners().size() + " winners of " + draw.total()
                        + " tickets, drawn again with seed " + draw.seed().orElseThrow());
        draw.winners()
                .forEach(winner -> console.out()
                        .println("       prize " + (winner.prize() + 1) + ": ticket " + winner.ticket()
                                + ", participant " + winner.participant()));
        draw.commitment()
                .ifPresent(hash -> console.out()
                        .println("       bound to " + hash + " before the first round, with words of "
                                + draw.words().size() + " participants"));
        return 0;
    }

    private PublishedDraw read() throws IOException, InterruptedException {
        String text = PublishedText.read(source, Optional.empty());
        try {
            return JsonMapper.shared().readValue(text, DrawDocument.class).draw();
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    source + " is not a published draw: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }
}
