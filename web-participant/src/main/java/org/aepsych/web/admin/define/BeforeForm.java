package org.aepsych.web.admin.define;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.aepsych.web.view.Inputs;

/**
 * The fields of a game experiment's definition that say what participants see and do before they play, and how they
 * are written to, as they were entered.
 *
 * @param start when the first round begins, as browsers write dates, in UTC; empty for at once
 * @param kind which instructions are shown
 * @param contact the experimenter's e-mail address
 * @param questionnaire whether questions are asked
 * @param questions the experimenter's own: a line with the question, a line with the answer, a blank line
 * @param earlier JSON of an earlier experiment's rounds
 * @param trim whether its last rounds are left out in which nobody played
 * @param relativeRounds whether rounds are counted from each participant's first one
 * @param mailRounds whether participants are told of new rounds
 * @param logInAddress address that mails name
 * @param silentAfter seconds after which a participant counts as silent, empty if they are waited for
 * @param ifSilent what happens then
 * @param consent what participants have to agree to
 */
public record BeforeForm(
        String start,
        String kind,
        String contact,
        boolean questionnaire,
        String questions,
        String earlier,
        boolean trim,
        boolean relativeRounds,
        boolean mailRounds,
        String logInAddress,
        String silentAfter,
        String ifSilent,
        String consent) {
    static BeforeForm suggestion(String contact) {
        return new BeforeForm("", "", contact, false, "", "", true, false, false, "", "", "", "");
    }

    static BeforeForm read(Context context) {
        return new BeforeForm(
                entered(line(context, "start")),
                line(context, "instructions_kind"),
                line(context, "contact"),
                ticked(context, "questionnaire"),
                Inputs.text(context, "questions"),
                Inputs.text(context, "earlier"),
                ticked(context, "trim"),
                ticked(context, "relative_rounds"),
                ticked(context, "mail_rounds"),
                line(context, "login_address"),
                line(context, "silent_after"),
                line(context, "if_silent"),
                Inputs.text(context, "consent").strip());
    }

    /** Scripts send an instant; what is shown is the same as browsers write dates, in UTC. */
    private static String entered(String start) {
        try {
            return LocalDateTime.ofInstant(Instant.parse(start), ZoneOffset.UTC).toString();
        } catch (DateTimeParseException e) {
            return start;
        }
    }

    /** The start as files have it; what is no date stays as it is, so that the file's reader says so. */
    String instant() {
        try {
            return LocalDateTime.parse(start).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeParseException e) {
            return start;
        }
    }

    /** A question and its answer, empty if there is none. */
    record Pair(String question, String answer) {}

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String block : questions.strip().split("\\R\\h*\\R\\s*", -1)) {
            List<String> lines = block.lines().map(String::strip).toList();
            if (!block.isBlank()) {
                int last = lines.size() - 1;
                pairs.add(
                        last == 0
                                ? new Pair(lines.get(0), "")
                                : new Pair(String.join("\n", lines.subList(0, last)), lines.get(last)));
            }
        }
        return List.copyOf(pairs);
    }

    private static String line(Context context, String field) {
        return Inputs.text(context, field).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static boolean ticked(Context context, String field) {
        return Inputs.text(context, field).equals("yes");
    }
}
