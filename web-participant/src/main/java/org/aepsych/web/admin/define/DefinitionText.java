package org.aepsych.web.admin.define;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was entered as the text of an experiment file; whether it is allowed is for the file's reader to say. */
final class DefinitionText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String METADATA = "[metadata]";

    private final StringBuilder text = new StringBuilder();

    private DefinitionText() {}

    static String of(DefineForm form) {
        List<GameLines> games = games(form.games());
        List<BeforeForm.Pair> questions = form.before().pairs();
        DefinitionText definition = new DefinitionText();
        definition.common(form, games.size());
        for (int i = 0; i < games.size(); i++) {
            definition.game(i + 1, games.get(i));
        }
        for (int i = 0; i < questions.size(); i++) {
            definition.question(i + 1, questions.get(i));
        }
        definition.text.append(lines(form.other(), section -> !section.isEmpty() && !section.equals(METADATA)));
        return definition.text.toString();
    }

    private void common(DefineForm form, int games) {
        section("common");
        line("protocol", "game");
        line("games", names("game", games));
        given("rounds", form.rounds());
        given("minutes", form.minutes());
        given("roundpct", form.percent());
        given("roundmin", form.grace());
        given("prounds", form.playRounds());
        given("playermax", form.playerMax());
        line("autoadd", form.selfRegistration());
        line("autoaddpreserve", form.keptAfterStart());
        line("show_history", form.history());
        line("shuffle", form.shuffled());
        line("lottery", quoted(form.lottery()));
        given("winners", form.winners());
        given("lottery_draw", form.draw());
        line("instructions", quoted(form.instructions()));
        before(form.before());
        text.append(lines(form.other(), String::isEmpty));
        section("metadata");
        line("experiment_name", quoted(form.name()));
        line("experiment_description", quoted(form.description()));
        given("experiment_id", form.id().isEmpty() ? "" : quoted(form.id()));
        text.append(lines(form.other(), METADATA::equals));
    }

    /** The lines of further options that stand in some sections; what stands before the first one is in {@code ""}. */
    private static String lines(String other, Predicate<String> wanted) {
        StringBuilder lines = new StringBuilder();
        String section = "";
        for (String line : other.lines().toList()) {
            boolean heading = line.startsWith("[");
            section = heading ? line.strip() : section;
            boolean merged = heading && section.equals(METADATA);
            if (wanted.test(section) && !merged) {
                lines.append(line).append('\n');
            }
        }
        return lines.toString();
    }

    private void before(BeforeForm form) {
        given("start", form.instant());
        given("instructions_kind", form.kind());
        given("contact", form.contact().isEmpty() ? "" : quoted(form.contact()));
        given("consent", form.consent().isEmpty() ? "" : quoted(form.consent()));
        int questions = form.pairs().size();
        line("questionnaire", form.questionnaire() || questions > 0);
        if (questions > 0) {
            line("questions", names("question", questions));
        }
        if (!form.earlier().isBlank()) {
            line("history", quoted(form.earlier()));
        }
        line("trim_history", form.trim());
        line("relative_rounds", form.relativeRounds());
        line("mailround", form.mailRounds());
        given("silent_after", list(form.silentAfter()));
        given("if_silent", list(form.ifSilent()));
        given("loginuri", form.logInAddress().isEmpty() ? "" : quoted(form.logInAddress()));
    }

    /** One value, or several separated by commas, as files have lists. */
    private static String list(String entered) {
        return entered.isEmpty() || entered.startsWith("[") ? entered : "[" + entered + "]";
    }

    private static String names(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> prefix + number)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void question(int number, BeforeForm.Pair pair) {
        section("question" + number);
        line("question", quoted(pair.question()));
        line("answer", quoted(pair.answer()));
    }

    private void game(int number, GameLines game) {
        section("game" + number);
        line("name", quoted(game.name()));
        line("payoffs", "");
        game.rows().forEach(row -> text.append("    ").append(row).append('\n'));
    }

    private void section(String name) {
        text.append('[').append(name).append("]\n");
    }

    /** Writes what was entered; a field left blank keeps the file's default. */
    private void given(String option, String value) {
        if (!value.isEmpty()) {
            line(option, value);
        }
    }

    private void line(String option, Object value) {
        text.append(option).append(" = ").append(value).append('\n');
    }

    /** A JSON string, as files have free text; what the file's own syntax would read as something else is escaped. */
    static String quoted(String value) {
        return JSON.writeValueAsString(value)
                .replace("#", "\\u0023")
                .replace(";", "\\u003b")
                .replace("$", "\\u0024");
    }

    private static List<GameLines> games(String grid) {
        List<GameLines> games = new ArrayList<>();
        for (String block : grid.strip().split("\\R\\h*\\R\\s*", -1)) {
            if (!block.isBlank()) {
                games.add(GameLines.read(block));
            }
        }
        return List.copyOf(games);
    }

    /** A game: its name, and the file's lines for its rows. */
    private record GameLines(String name, List<String> rows) {
        static GameLines read(String block) {
            List<String> lines = block.lines().map(String::strip).toList();
            return new GameLines(
                    lines.get(0), lines.stream().skip(1).map(GameLines::row).toList());
        }

        private static String row(String line) {
            return line.contains("|") ? line : line.replaceAll("\\s*,\\s*", ",").replaceAll("\\s+", " | ");
        }
    }
}
