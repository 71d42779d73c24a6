package org.aepsych.web.admin.define;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.api.config.Problem;
import org.aepsych.web.admin.gate.FormProblem;

/** Which field of the form of a game experiment each option of its file comes from. */
final class FormFields {
    private static final Pattern NUMBERED = Pattern.compile("(game|question)([1-9][0-9]{0,3})");
    private static final String OTHER = "other";

    /** Of the options whose names differ from their fields'. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("roundpct", "percent"),
            Map.entry("roundmin", "grace"),
            Map.entry("prounds", "play_rounds"),
            Map.entry("playermax", "player_max"),
            Map.entry("autoadd", "self_registration"),
            Map.entry("autoaddpreserve", "kept_after_start"),
            Map.entry("show_history", "history"),
            Map.entry("shuffle", "shuffled"),
            Map.entry("mailround", "mail_rounds"),
            Map.entry("loginuri", "login_address"),
            Map.entry("history", "earlier"),
            Map.entry("trim_history", "trim"),
            Map.entry("experiment_name", "name"),
            Map.entry("experiment_description", "description"),
            Map.entry("experiment_id", "id"));

    private static final List<String> SAME = List.of(
            "games",
            "rounds",
            "minutes",
            "relative_rounds",
            "lottery",
            "winners",
            "lottery_draw",
            "instructions",
            "instructions_kind",
            "start",
            "contact",
            "consent",
            "questionnaire",
            "silent_after",
            "if_silent",
            "questions");

    private FormFields() {}

    /** Finds the place of a problem in the form from which the file was written. */
    static FormProblem place(Problem problem, DefineForm form) {
        String text = problem.toString();
        Matcher numbered = NUMBERED.matcher(problem.section());
        if (numbered.matches()) {
            boolean game = numbered.group(1).equals("game");
            String blocks = game ? form.games() : form.before().questions();
            Optional<Integer> first = line(blocks, Integer.parseInt(numbered.group(2)));
            boolean within = problem.option().filter("payoffs"::equals).isPresent();
            return new FormProblem(
                    game ? "games" : "questions", first.map(line -> within ? line + row(problem) : line), text);
        }
        String option = problem.option().orElse("");
        String field = SAME.contains(option) ? option : FIELDS.getOrDefault(option, OTHER);
        return new FormProblem(field, Optional.empty(), text);
    }

    /** What a matrix complains of begins with the number of its row. */
    private static int row(Problem problem) {
        Matcher row = Pattern.compile("row ([0-9]{1,3})\\b.*", Pattern.DOTALL).matcher(problem.message());
        return row.matches() ? Integer.parseInt(row.group(1)) : 1;
    }

    /** Returns the line on which a block begins; blocks are separated by blank lines. */
    private static Optional<Integer> line(String text, int block) {
        String[] lines = text.split("\\R", -1);
        int blocks = 0;
        for (int i = 0; i < lines.length; i++) {
            boolean begins = !lines[i].isBlank() && (i == 0 || lines[i - 1].isBlank());
            if (begins && ++blocks == block) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
