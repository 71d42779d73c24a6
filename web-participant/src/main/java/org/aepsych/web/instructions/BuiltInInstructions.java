package org.aepsych.web.instructions;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.web.language.Texts;

/** The instructions that the program brings along, in HTML. They follow what the experiment was defined to be. */
final class BuiltInInstructions {
    private static final int EVERYBODY = 100;

    private final GameDefinition definition;
    private final Texts texts;

    private BuiltInInstructions(GameDefinition definition, Texts texts) {
        this.definition = definition;
        this.texts = texts;
    }

    static String of(GameDefinition definition, Texts texts) {
        BuiltInInstructions rules = new BuiltInInstructions(definition, texts);
        return rules.course() + rules.choosing() + rules.earning() + rules.end();
    }

    private String course() {
        Schedule schedule = definition.schedule();
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.of(
                "rules.course",
                texts.count("rules.rounds", schedule.rounds()),
                texts.count("rules.games", definition.games().size())));
        if (schedule.playRounds() < schedule.rounds()) {
            sentences.add(texts.of("rules.own", texts.count("rules.rounds", schedule.playRounds())));
        }
        sentences.add(texts.of("rules.length", texts.count("rules.minutes", schedule.minutes())));
        if (schedule.percent() > 0) {
            sentences.add(
                    schedule.percent() == EVERYBODY
                            ? texts.of("rules.early.all")
                            : texts.of("rules.early.share", schedule.percent()));
            if (schedule.graceMinutes() > 0) {
                sentences.add(texts.of("rules.least", texts.count("rules.minutes", schedule.graceMinutes())));
            }
        }
        return heading(texts.of("rules.what")) + paragraph(String.join(" ", sentences));
    }

    private String choosing() {
        return heading(texts.of("rules.choose"))
                + paragraph(texts.of("rules.choose.table"))
                + paragraph(texts.of("rules.choose.weights"))
                + paragraph(texts.of("rules.choose.seat"));
    }

    private String earning() {
        boolean history = definition.display().history();
        return heading(texts.of("rules.earn"))
                + paragraph(texts.of("rules.earn.average"))
                + paragraph(texts.of("rules.earn.all"))
                + paragraph(history ? texts.of("rules.history") : texts.of("rules.history.none"));
    }

    private String end() {
        InstructionKind kind = definition.display().kind();
        StringBuilder html = new StringBuilder(heading(texts.of("rules.end")));
        if (kind == InstructionKind.LOTTERY) {
            html.append(paragraph(texts.of("rules.end.lottery")));
            if (!definition.prize().lottery().isEmpty()) {
                html.append(paragraph(texts.of("rules.end.prize", "@@gamelab-lottery@@")));
            }
        } else if (kind == InstructionKind.RECRUITED) {
            html.append(paragraph(texts.of("rules.end.bonus")));
        } else {
            html.append(paragraph(texts.of("rules.end.total")));
        }
        if (definition.correspondence().contact().isPresent()) {
            html.append(paragraph(texts.of(
                    "rules.contact", "<a href=\"mailto:@@gamelab-admin-email@@\">@@gamelab-admin-email@@</a>")));
        }
        return html.toString();
    }

    private static String heading(String text) {
        return "<h2>" + text + "</h2>\n";
    }

    private static String paragraph(String html) {
        return "<p>" + html + "</p>\n";
    }
}
