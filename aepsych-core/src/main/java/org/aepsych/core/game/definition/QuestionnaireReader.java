package org.aepsych.core.game.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigSection;

/** Reads the questionnaire. */
final class QuestionnaireReader {
    private static final int MOST_QUESTIONS = 100;

    private final Inspection file;

    QuestionnaireReader(Inspection file) {
        this.file = file;
    }

    Questionnaire read() {
        List<String> names = file.value(GameOptions.QUESTIONS).orElse(List.of());
        boolean required = file.value(GameOptions.QUESTIONNAIRE).orElse(false);
        boolean declined =
                !required && file.common().text(GameOptions.QUESTIONNAIRE.key()).isPresent();
        if (declined && !names.isEmpty()) {
            file.wrong(GameOptions.QUESTIONS, "there are questions, but questionnaire says that none are asked");
        }
        if (names.size() > MOST_QUESTIONS) {
            file.wrong(
                    GameOptions.QUESTIONS,
                    "expected the names of at most " + MOST_QUESTIONS + " sections, but found " + names.size());
        }
        List<Question> questions = new ArrayList<>();
        Set<String> sections = new HashSet<>();
        for (String name : names) {
            file.named(name, GameOptions.QUESTIONS, sections)
                    .flatMap(this::question)
                    .ifPresent(questions::add);
        }
        String consent = file.value(GameOptions.CONSENT).orElse("").strip();
        return new Questionnaire(required || !questions.isEmpty(), questions, consent);
    }

    private Optional<Question> question(ConfigSection section) {
        return file.fits(section, GameOptions.OWN_QUESTION)
                ? Optional.of(new Question(section.get(GameOptions.QUESTION), section.get(GameOptions.ANSWER)))
                : Optional.empty();
    }
}
