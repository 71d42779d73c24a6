package org.aepsych.core.game.definition;

import java.util.stream.Collectors;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.game.Game;

/** Writes definitions as experiment files, all options included. */
final class DefinitionWriter {
    private static final String INDENTATION = "    ";

    private final StringBuilder text = new StringBuilder();

    private DefinitionWriter() {}

    static String write(GameDefinition definition) {
        DefinitionWriter writer = new DefinitionWriter();
        writer.common(definition);
        writer.metadata(definition);
        if (!definition.payoff().options().isEmpty()) {
            writer.section(definition.payoff().rule());
            definition.payoff().options().forEach((key, value) -> writer.line(key, value.replace("$", "$$")));
        }
        definition.games().forEach(writer::game);
        return writer.text.toString();
    }

    private void common(GameDefinition definition) {
        section("common");
        line(GameOptions.PROTOCOL, Protocol.GAME.key());
        line(
                GameOptions.GAMES,
                definition.games().stream()
                        .map(DefinitionWriter::sectionOf)
                        .collect(Collectors.joining(", ", "[", "]")));
        Schedule schedule = definition.schedule();
        line(GameOptions.ROUNDS, schedule.rounds());
        line(GameOptions.MINUTES, schedule.minutes());
        line(GameOptions.ROUNDPCT, schedule.percent());
        line(GameOptions.ROUNDMIN, schedule.graceMinutes());
        line(GameOptions.PROUNDS, schedule.playRounds());
        line(GameOptions.START, schedule.start().map(Object::toString).orElse(GameOptions.NOW));
        line(GameOptions.PLAYERMAX, definition.admission().playerMax());
        line(GameOptions.AUTOADD, definition.admission().selfRegistration());
        line(GameOptions.AUTOADDPRESERVE, definition.admission().keptAfterStart());
        line(GameOptions.PAYOFF_RULE, definition.payoff().rule());
        line(GameOptions.LOTTERY, FreeText.write(definition.prize().lottery()));
        line(GameOptions.WINNERS, definition.prize().winners());
        line(GameOptions.INSTRUCTIONS, FreeText.write(definition.display().instructions()));
        line(GameOptions.SHOW_HISTORY, definition.display().history());
        line(GameOptions.SHUFFLE, definition.display().shuffled());
        line(GameOptions.RELATIVE_ROUNDS, definition.display().relativeRounds());
    }

    private void metadata(GameDefinition definition) {
        boolean any = definition.id().isPresent()
                || definition.name().isPresent()
                || definition.description().isPresent();
        if (any) {
            section(GameOptions.METADATA);
            definition.name().ifPresent(name -> line(GameOptions.EXPERIMENT_NAME, FreeText.write(name)));
            definition
                    .description()
                    .ifPresent(words -> line(GameOptions.EXPERIMENT_DESCRIPTION, FreeText.write(words)));
            definition.id().ifPresent(id -> line(GameOptions.EXPERIMENT_ID, FreeText.write(id.value())));
        }
    }

    private void game(Game game) {
        section(sectionOf(game));
        line(GameOptions.NAME, FreeText.write(game.name()));
        line(GameOptions.PAYOFFS, Matrix.write(game, INDENTATION));
    }

    /** Sections are numbered: a game's name may be any text, a section's may not. */
    private static String sectionOf(Game game) {
        return "game" + game.id();
    }

    private void section(String name) {
        text.append(text.isEmpty() ? "" : "\n").append('[').append(name).append("]\n");
    }

    private void line(ConfigOption<?> option, Object value) {
        line(option.key(), value.toString());
    }

    private void line(String key, String value) {
        text.append((key + " = " + value).stripTrailing().replace(" = \n", " =\n"))
                .append('\n');
    }
}
