package org.aepsych.web.admin.define;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.core.game.definition.PriorHistoryJson;
import org.aepsych.core.game.definition.Questionnaire;
import org.aepsych.core.game.definition.Silence;
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
                definition.prize().draw() == DrawMethod.COMMITTED ? DrawMethod.COMMITTED.key() : "",
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
                definition.correspondence().logIn().map(Object::toString).orElse(""),
                silence(definition, rule -> Integer.toString(rule.seconds())),
                silence(definition, Silence.Rule::text),
                questionnaire.consent());
    }

    private static String silence(GameDefinition definition, Function<Silence.Rule, String> text) {
        return definition.silence().rules().stream().map(text).collect(Collectors.joining(", "));
    }

    /** Tells whether the form has fields for all games: it has cells for rows and columns only. */
    static boolean fits(GameDefinition definition) {
        return definition.roles() == 2 && definition.trees().isEmpty();
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
        if (definition.prize().draw() == DrawMethod.ELSEWHERE) {
            text.append("lottery_draw = ")
                    .append(definition.prize().draw().key())
                    .append('\n');
        }
        String rule = definition.payoff().rule();
        if (!rule.equals(USUAL_RULE)) {
            text.append("payoff_rule = ").append(rule).append('\n');
        }
        definition.texts().texts().forEach((language, own) -> {
            option(text, "instructions_" + language, own.instructions());
            option(text, "lottery_" + language, own.lottery());
            option(text, "consent_" + language, own.consent());
        });
        StringBuilder names = new StringBuilder();
        definition.texts().texts().forEach((language, own) -> option(names, "experiment_name_" + language, own.name()));
        text.append(names.isEmpty() ? "" : "[metadata]\n").append(names);
        section(text, rule, definition.payoff().options());
        definition.silence().rules().stream()
                .flatMap(silent -> silent.standIn().stream())
                .distinct()
                .forEach(policy -> section(text, policy.policy(), policy.options()));
        return text.toString();
    }

    private static void section(StringBuilder text, String name, Map<String, String> options) {
        if (!options.isEmpty()) {
            text.append('[').append(name).append("]\n");
            options.forEach((key, value) -> text.append(key)
                    .append(" = ")
                    .append(value.replace("$", "$$"))
                    .append('\n'));
        }
    }

    private static void option(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append(" = ").append(DefinitionText.quoted(value)).append('\n');
        }
    }
}
