package org.aepsych.web.presentation;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.core.adaptive.presented.PresentedSessions.Progress;
import org.aepsych.core.json.Json;
import org.aepsych.core.presentation.PresentationDesign;
import org.aepsych.core.presentation.Task;
import org.aepsych.web.language.Texts;

/**
 * What the script of the page has to know.
 *
 * @param design how the experiment is presented
 * @param texts in the participant's language
 * @param address of the experiment
 * @param token of its forms
 * @param progress how far the participant is
 */
record RunConfig(PresentationDesign design, Texts texts, String address, String token, Progress progress) {

    Json.Obj json() {
        return Json.Obj.empty()
                .with("address", Json.of(address))
                .with("token", Json.of(token))
                .with("task", Json.of(design.task().key()))
                .with("presenter", Json.of(design.presenter().isPresent()))
                .with("fixation", Json.of(design.timing().fixation()))
                .with("gap", Json.of(design.timing().gap()))
                .with("feedback", Json.of(design.feedback()))
                .with("breakEvery", Json.of(design.breakEvery()))
                .with("fullscreen", Json.of(design.fullscreen()))
                .with("calibration", Json.of(design.calibration()))
                .with("practice", Json.of(design.practice().size()))
                .with("expected", Json.of(progress.expected()))
                .with("finished", Json.of(progress.finished()))
                .with("language", Json.of(texts.language().tag()))
                .with("question", Json.of(question()))
                .with("answers", answers())
                .with("texts", words());
    }

    private String question() {
        return design.words(PresentationDesign.Words.QUESTION, texts.language().tag())
                .orElseGet(() -> switch (design.task()) {
                    case YES_NO -> texts.of("session.question.yes_no");
                    case TWO_INTERVAL -> texts.of("session.question.two_interval");
                    case TWO_ALTERNATIVE -> texts.of("session.question.two_alternative");
                    case CHOICE -> texts.of("session.question.choice");
                    case PREFERENCE -> texts.of("session.question.preference");
                    case RATING, EXTERNAL -> texts.of("session.question.rating");
                });
    }

    private Json answers() {
        return switch (design.task()) {
            // Left and right on the keyboard; "no" comes first as on most response boxes.
            case YES_NO ->
                Json.array(List.of(answer("no", texts.of("session.no")), answer("yes", texts.of("session.yes"))));
            case TWO_INTERVAL ->
                Json.array(List.of(answer("0", texts.of("session.first")), answer("1", texts.of("session.second"))));
            case TWO_ALTERNATIVE, CHOICE, PREFERENCE ->
                Json.array(List.of(answer("0", texts.of("session.left")), answer("1", texts.of("session.right"))));
            case RATING -> levels();
            case EXTERNAL -> Json.array(List.of());
        };
    }

    private Json levels() {
        String[] anchors = design.words(
                        PresentationDesign.Words.ANCHORS, texts.language().tag())
                .orElse("")
                .split("\\|", -1);
        List<Json> levels = new ArrayList<>();
        for (int level = 0; level < design.levels(); level++) {
            String label = Integer.toString(level + 1);
            if (level == 0 && !anchors[0].isBlank()) {
                label += " – " + anchors[0].strip();
            } else if (level == design.levels() - 1 && anchors.length > 1) {
                label += " – " + anchors[anchors.length - 1].strip();
            }
            levels.add(answer(Integer.toString(level), label));
        }
        return Json.array(levels);
    }

    private static Json answer(String value, String label) {
        return Json.Obj.empty().with("value", Json.of(value)).with("label", Json.of(label));
    }

    private Json words() {
        Json.Obj words = Json.Obj.empty();
        words = words.with("stimulus", Json.of(texts.of("session.stimulus")));
        words = words.with("correct", Json.of(texts.of("session.correct")));
        words = words.with("wrong", Json.of(texts.of("session.wrong")));
        words = words.with("practice", Json.of(texts.of("session.practice")));
        words = words.with("trial", Json.of(texts.of("session.trial")));
        words = words.with("trial_of", Json.of(texts.of("session.trial.of")));
        words = words.with("offline", Json.of(texts.of("session.offline")));
        words = words.with("get_ready", Json.of(texts.of("session.get_ready")));
        return words.with("task_name", Json.of(design.task() == Task.TWO_INTERVAL ? texts.of("session.interval") : ""));
    }
}
