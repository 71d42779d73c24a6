package org.aepsych.web.instructions;

import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.web.language.Texts;

/** The instructions that the program brings along, in HTML. They follow what the experiment was defined to be. */
final class BuiltInInstructions {
    private static final int EVERYBODY = 100;

    private final GameDefinition definition;
    private final Texts texts;
    private final StringBuilder html = new StringBuilder();

    BuiltInInstructions(GameDefinition definition, Texts texts) {
        this.definition = definition;
        this.texts = texts;
    }

    String html() {
        html.setLength(0);
        heading("instructions.course");
        course();
        heading("instructions.choosing");
        paragraph(texts.of("instructions.choosing.table"));
        paragraph(texts.of("instructions.choosing.weights"));
        paragraph(texts.of("instructions.choosing.order"));
        heading("instructions.earning");
        paragraph(texts.of("instructions.earning.average"));
        paragraph(texts.of("instructions.earning.complete"));
        paragraph(texts.of(
                definition.display().history() ? "instructions.earning.history" : "instructions.earning.points"));
        heading("instructions.end");
        end();
        return html.toString();
    }

    private void course() {
        Schedule schedule = definition.schedule();
        StringBuilder text = new StringBuilder(texts.of(
                "instructions.course.size",
                schedule.rounds(),
                definition.games().size()));
        if (schedule.playRounds() < schedule.rounds()) {
            more(text, texts.of("instructions.course.own", schedule.playRounds()));
        }
        more(text, texts.of("instructions.course.longest", schedule.minutes()));
        if (schedule.percent() >= EVERYBODY) {
            more(text, texts.of("instructions.course.everybody"));
        } else if (schedule.percent() > 0) {
            more(text, texts.of("instructions.course.percent", schedule.percent()));
        }
        if (schedule.percent() > 0 && schedule.graceMinutes() > 0) {
            more(text, texts.of("instructions.course.least", schedule.graceMinutes()));
        }
        paragraph(text.toString());
    }

    private static void more(StringBuilder text, String sentence) {
        text.append(' ').append(sentence);
    }

    private void end() {
        InstructionKind kind = definition.display().kind();
        if (kind == InstructionKind.LOTTERY) {
            paragraph(texts.of("instructions.end.lottery"));
            if (!definition.prize().lottery().isEmpty()) {
                paragraph(texts.of("instructions.end.prize", definition.prize().lottery()));
            }
        } else {
            paragraph(texts.of(
                    kind == InstructionKind.RECRUITED ? "instructions.end.recruited" : "instructions.end.total"));
        }
        definition.correspondence().contact().ifPresent(contact -> {
            String address = Places.escape(contact);
            html.append("<p>")
                    .append(Places.escape(texts.of("instructions.end.questions")))
                    .append(" <a href=\"mailto:")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a></p>\n");
        });
    }

    private void heading(String key) {
        html.append("<h2>").append(Places.escape(texts.of(key))).append("</h2>\n");
    }

    private void paragraph(String text) {
        html.append("<p>").append(Places.escape(text)).append("</p>\n");
    }
}
