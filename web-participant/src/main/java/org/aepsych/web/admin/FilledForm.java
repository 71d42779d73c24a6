package org.aepsych.web.admin;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.core.game.definition.PriorHistoryJson;
import org.aepsych.core.game.definition.Questionnaire;
import org.aepsych.core.game.lottery.DrawMethod;

/** Fills the form with a definition, so that a file can be gone on with by form. */
final class FilledForm {
    private static final String USUAL_RULE = "population-average";

    private FilledForm() {}

    static DefineForm of(GameDefinition definition) {
        int rounds = definition.schedule().rounds();
        int playRounds = definition.schedule().playRounds();
        return new DefineForm(
                definition.name().orElse(""),
                definition.description().orElse(""),
                definition.id().map(id -> id.value()).orElse(""),
                definition.games().stream().map(FilledForm::game).collect(Collectors.joining("\n")),
                Integer.toString(rounds),
                Integer.toString(definition.schedule().minutes()),
                Integer.toString(definition.schedule().percent()),
                Integer.toString(definition.schedule().graceMinutes()),
                playRounds == rounds ? "" : Integer.toString(playRounds),
                Integer.toString(definition.admission().playerMax()),
                definition.prize().lottery(),
                Integer.toString(definition.prize().winners()),
                definition.display().instructions(),
                definition.admission().selfRegistration(),
                definition.admission().keptAfterStart(),
                definition.display().history(),
                definition.display().shuffled(),
                before(definition),
                other(definition));
    }

    private static String game(Game game) {
        return game.name() + "\n"
                + IntStream.range(0, game.rows())
                        .mapToObj(row -> IntStream.range(0, game.columns())
                                .mapToObj(column -> game.payoff(Role.ROW, row, column) + ","
                                        + game.payoff(Role.COLUMN, row, column))
                                .collect(Collectors.joining("  ")))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static BeforeForm before(GameDefinition definition) {
        Questionnaire questionnaire = definition.questionnaire();
        return new BeforeForm(
                definition
                        .schedule()
                        .start()
                        .map(start ->
                                LocalDateTime.ofInstant(start, ZoneOffset.UTC).toString())
                        .orElse(""),
                kind(definition),
                definition.correspondence().contact().orElse(""),
                questionnaire.required(),
                questionnaire.own().stream()
                        .map(question -> question.text() + "\n" + question.answer() + "\n")
                        .collect(Collectors.joining("\n")),
                definition.prior().rounds().isEmpty()
                        ? ""
                        : PriorHistoryJson.write(definition.prior().rounds(), definition.games()),
                false,
                definition.display().relativeRounds(),
                definition.correspondence().mailRounds(),
                definition.correspondence().logIn().map(Object::toString).orElse(""));
    }

    /** Only what would not be chosen anyway is named. */
    private static String kind(GameDefinition definition) {
        InstructionKind kind = definition.display().kind();
        boolean own = !definition.display().instructions().isBlank();
        InstructionKind builtIn =
                definition.prize().lottery().isEmpty() ? InstructionKind.NOLOTTERY : InstructionKind.LOTTERY;
        return kind == (own ? InstructionKind.TEXT : builtIn) ? "" : kind.key();
    }

    private static String other(GameDefinition definition) {
        StringBuilder text = new StringBuilder();
        if (definition.prize().draw() != DrawMethod.SEED) {
            text.append("lottery_draw = ")
                    .append(definition.prize().draw().key())
                    .append('\n');
        }
        String rule = definition.payoff().rule();
        if (!rule.equals(USUAL_RULE)) {
            text.append("payoff_rule = ").append(rule).append('\n');
        }
        if (!definition.payoff().options().isEmpty()) {
            text.append('[').append(rule).append("]\n");
            List.copyOf(definition.payoff().options().entrySet())
                    .forEach(option -> text.append(option.getKey())
                            .append(" = ")
                            .append(option.getValue().replace("$", "$$"))
                            .append('\n'));
        }
        return text.toString();
    }
}
