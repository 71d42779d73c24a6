package org.aepsych.web.presentation;

import java.util.Optional;
import org.aepsych.core.adaptive.presented.PresentedTrial;
import org.aepsych.core.json.Json;

/** A trial as JSON. */
final class TrialDocument {
    private TrialDocument() {}

    static Json.Obj of(PresentedTrial trial) {
        Json.Obj document =
                Json.Obj.empty().with("trial", Json.of(trial.number())).with("finished", Json.of(trial.finished()));
        return trial.finished()
                ? document
                : document.with("practice", Json.of(trial.practice()))
                        .with("duration", Json.of(trial.duration()))
                        .with("slots", Json.array(trial.slots()))
                        .with("parameters", trial.parameters());
    }

    static Json.Obj answered(Optional<Boolean> correct, PresentedTrial next) {
        Json.Obj document = Json.Obj.empty().with("next", of(next));
        return correct.isPresent() ? document.with("correct", Json.of(correct.get())) : document;
    }
}
