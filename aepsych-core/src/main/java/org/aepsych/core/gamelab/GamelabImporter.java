package org.aepsych.core.gamelab;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.foreign.ForeignDatabase;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.gamelab.GamelabRun.Choice;
import org.aepsych.core.gamelab.GamelabRun.Person;
import org.aepsych.core.imports.ImportHints;
import org.aepsych.core.imports.ImportReport;
import org.aepsych.core.imports.Importer;
import org.aepsych.core.imports.ReadDatabase;
import org.aepsych.core.plugin.Extensions;

/**
 * Takes over the experiment of a gamelab installation: participants and plays become a log like that of an experiment that
 * took place here, and every average, payoff, score and winner that gamelab stored is computed again from the plays.
 */
public final class GamelabImporter implements Importer {
    static final String RULE = "population-average";

    private final GameProtocol protocol;
    private final Extensions extensions;

    /**
     * An importer.
     *
     * @param protocol what the events of the log mean
     * @param extensions has gamelab's payoff rule
     */
    @Inject
    public GamelabImporter(GameProtocol protocol, Extensions extensions) {
        this.protocol = protocol;
        this.extensions = extensions;
    }

    @Override
    public String program() {
        return "gamelab";
    }

    @Override
    public boolean recognises(ForeignDatabase database) {
        return GamelabReader.recognises(database);
    }

    @Override
    public ReadDatabase read(ForeignDatabase database, ImportHints hints) {
        GamelabRun run = GamelabReader.read(database);
        GamelabSums sums = new GamelabSums(run, rule());
        GamelabComparison.Outcome outcome = GamelabComparison.of(run, sums, hints.drawSeed());
        List<String> notes = new ArrayList<>(run.notes());
        note(run, hints, notes);
        String summary =
                "gamelab, " + run.games().size() + " games, " + run.players().size() + " participants, "
                        + run.choices().size() + " plays, " + run.parameters().finished() + " of "
                        + run.parameters().rounds() + " rounds finished";
        ImportReport report = new ImportReport(summary, outcome.tables(), outcome.differences(), notes);
        boolean drawAgrees = outcome.differences().stream()
                .noneMatch(difference -> difference.table().equals("winner"));
        return new ImportedGame(protocol, run, sums, hints.drawSeed().filter(seed -> drawAgrees), report);
    }

    private static void note(GamelabRun run, ImportHints hints, List<String> notes) {
        if (run.parameters().drawn() && hints.drawSeed().isEmpty()) {
            notes.add(
                    "gamelab does not keep the seed of its draw, so it was only checked that the winning tickets belong"
                            + " to the winners; with --draw-seed SEED the draw is made again");
        }
        if (run.parameters().started()
                && run.parameters().finished() < run.parameters().rounds()) {
            notes.add("the experiment is not over; a server that opens it ends the rounds whose time is up");
        }
        Set<Long> early = run.players().stream()
                .filter(player -> run.choices().stream().anyMatch(choice -> isEarly(player, choice)))
                .map(player -> player.id().value())
                .collect(Collectors.toSet());
        if (!early.isEmpty()) {
            notes.add("participants " + early + " played before they had joined, which gamelab let them; here they join"
                    + " with their first play");
        }
    }

    private static boolean isEarly(Person player, Choice choice) {
        return choice.player().equals(player.id()) && (player.joined() < 0 || choice.round() < player.joined());
    }

    private PayoffRule rule() {
        return extensions
                .payoffRule(RULE)
                .orElseThrow(() -> new AepsychException(
                        StandardError.PLUGIN_INVALID,
                        "payoff rule \"" + RULE + "\" is not installed, but gamelab's payoffs need it; installed are "
                                + extensions.payoffRuleNames()))
                .create(new NoOptions());
    }

    private record NoOptions() implements ConfigSection {
        @Override
        public String name() {
            return RULE;
        }

        @Override
        public Optional<String> text(String key) {
            return Optional.ofNullable(Map.<String, String>of().get(key));
        }

        @Override
        public Set<String> ownKeys() {
            return Set.of();
        }
    }
}
