package org.aepsych.core.game.definition;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.game.Game;
import org.aepsych.core.game.tree.GameTree;
import org.aepsych.core.game.tree.TreeText;
import org.aepsych.core.player.PolicyChoice;

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
        writer.policies(definition.silence());
        definition.games().forEach(game -> writer.game(game, definition.tree(game.id())));
        writer.questions(definition.questionnaire().own());
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
        line(GameOptions.LOTTERY_DRAW, definition.prize().draw().key());
        line(GameOptions.INSTRUCTIONS, FreeText.write(definition.display().instructions()));
        line(GameOptions.INSTRUCTIONS_KIND, definition.display().kind().key());
        line(GameOptions.SHOW_HISTORY, definition.display().history());
        line(GameOptions.SHUFFLE, definition.display().shuffled());
        line(GameOptions.RELATIVE_ROUNDS, definition.display().relativeRounds());
        before(definition);
        silence(definition.silence());
        definition.texts().texts().forEach((language, own) -> {
            translation(GameOptions.INSTRUCTIONS, language, own.instructions());
            translation(GameOptions.LOTTERY, language, own.lottery());
            translation(GameOptions.CONSENT, language, own.consent());
        });
    }

    private void silence(Silence silence) {
        if (!silence.rules().isEmpty()) {
            line(GameOptions.SILENT_AFTER, list(silence, rule -> Integer.toString(rule.seconds())));
            line(GameOptions.IF_SILENT, list(silence, Silence.Rule::text));
        }
    }

    private static String list(Silence silence, Function<Silence.Rule, String> text) {
        return silence.rules().stream().map(text).collect(Collectors.joining(", ", "[", "]"));
    }

    private void policies(Silence silence) {
        SortedMap<String, PolicyChoice> policies = new TreeMap<>();
        silence.rules().stream()
                .flatMap(rule -> rule.standIn().stream())
                .filter(policy -> !policy.options().isEmpty())
                .forEach(policy -> policies.put(policy.policy(), policy));
        policies.values().forEach(policy -> {
            section(policy.policy());
            policy.options().forEach((key, value) -> line(key, value.replace("$", "$$")));
        });
    }

    private void translation(ConfigOption<String> option, String language, String text) {
        if (!text.isEmpty()) {
            line(GameOptions.translated(option, language), FreeText.write(text));
        }
    }

    private void before(GameDefinition definition) {
        Questionnaire questionnaire = definition.questionnaire();
        if (!questionnaire.consent().isEmpty()) {
            line(GameOptions.CONSENT, FreeText.write(questionnaire.consent()));
        }
        line(GameOptions.QUESTIONNAIRE, questionnaire.required());
        if (!questionnaire.own().isEmpty()) {
            line(
                    GameOptions.QUESTIONS,
                    IntStream.rangeClosed(1, questionnaire.own().size())
                            .mapToObj(DefinitionWriter::questionSection)
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        if (!definition.prior().rounds().isEmpty()) {
            line(
                    GameOptions.HISTORY,
                    FreeText.write(PriorHistoryJson.write(definition.prior().rounds(), definition.games())));
        }
        Correspondence mails = definition.correspondence();
        mails.contact().ifPresent(contact -> line(GameOptions.CONTACT, FreeText.write(contact)));
        line(GameOptions.MAILROUND, mails.mailRounds());
        mails.logIn().ifPresent(address -> line(GameOptions.LOGINURI, FreeText.write(address.toString())));
        if (!mails.language().equals(Correspondence.USUAL_LANGUAGE)) {
            line(GameOptions.MAIL_LANGUAGE, mails.language());
        }
    }

    private void questions(List<Question> questions) {
        for (int number = 1; number <= questions.size(); number++) {
            section(questionSection(number));
            line(GameOptions.QUESTION, FreeText.write(questions.get(number - 1).text()));
            line(GameOptions.ANSWER, FreeText.write(questions.get(number - 1).answer()));
        }
    }

    private static String questionSection(int number) {
        return "question" + number;
    }

    private void metadata(GameDefinition definition) {
        boolean any = definition.id().isPresent()
                || definition.name().isPresent()
                || definition.texts().texts().values().stream()
                        .anyMatch(own -> !own.name().isEmpty())
                || definition.description().isPresent();
        if (any) {
            section(GameOptions.METADATA);
            definition.name().ifPresent(name -> line(GameOptions.EXPERIMENT_NAME, FreeText.write(name)));
            definition
                    .description()
                    .ifPresent(words -> line(GameOptions.EXPERIMENT_DESCRIPTION, FreeText.write(words)));
            definition
                    .texts()
                    .texts()
                    .forEach((language, own) -> translation(GameOptions.EXPERIMENT_NAME, language, own.name()));
            definition.id().ifPresent(id -> line(GameOptions.EXPERIMENT_ID, FreeText.write(id.value())));
        }
    }

    private void game(Game game, Optional<GameTree> tree) {
        section(sectionOf(game));
        line(GameOptions.NAME, FreeText.write(game.name()));
        if (tree.isPresent()) {
            line(GameOptions.TREE, TreeText.write(tree.get(), INDENTATION));
            return;
        }
        if (game.roles() > 2) {
            line(GameOptions.ACTIONS, game.actions());
        }
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
