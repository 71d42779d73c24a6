package org.aepsych.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.adaptive.message.SessionMessages.Asked;
import org.aepsych.core.adaptive.message.SessionMessages.FinishedStep;
import org.aepsych.core.adaptive.message.SessionMessages.Told;
import org.aepsych.core.adaptive.message.SessionStatus;
import org.aepsych.core.json.Json;

/** Answers as clients expect them: which members, in which order. */
final class Answers {
    private Answers() {}

    static Json.Obj asked(Asked asked) {
        Json.Obj config = Json.Obj.empty();
        for (int i = 0; i < asked.parameters().size(); i++) {
            int parameter = i;
            config = config.with(
                    asked.parameters().get(i),
                    Json.array(asked.presentations().stream()
                            .map(presentation -> values(presentation, parameter))
                            .toList()));
        }
        return Json.Obj.empty()
                .with("config", config)
                .with("is_finished", Json.of(asked.finished()))
                .with("num_points", Json.of(asked.presentations().size()));
    }

    private static Json values(Presentation presentation, int parameter) {
        List<Stimulus> stimuli = presentation.stimuli();
        List<Json> values = stimuli.stream()
                .map(stimulus -> json(stimulus.values().get(parameter)))
                .toList();
        return values.size() == 1 ? values.get(0) : Json.array(values);
    }

    private static Json json(Value value) {
        return value instanceof Value.Numeric number ? Json.of(number.value()) : Json.of(value.toString());
    }

    static Json.Obj told(Told told) {
        return Json.Obj.empty()
                .with("trials_recorded", Json.of(told.trials()))
                .with("model_data_added", Json.of(told.modelled()));
    }

    static Json.Obj finished(FinishedStep step) {
        return Json.Obj.empty()
                .with("finished_strategy", Json.of(step.name()))
                .with("finished_strat_idx", Json.of(step.index()));
    }

    static Json.Obj parameters(SessionStatus status) {
        Json.Obj answer = Json.Obj.empty();
        for (AdaptiveView.Dimension parameter : status.parameters()) {
            List<Json> bounds = new ArrayList<>();
            bounds.add(Json.of(parameter.lower()));
            bounds.add(Json.of(parameter.upper()));
            answer = answer.with(parameter.name(), Json.array(bounds));
        }
        return answer;
    }

    static boolean canFit(SessionStatus status) {
        return status.model().isPresent() && status.observations() > 0;
    }

    static Json.Obj info(String database, int experiments, int current, SessionStatus status) {
        return Json.Obj.empty()
                .with("db_name", Json.of(database))
                .with("exp_id", Json.of(status.experimentId()))
                .with("strat_count", Json.of(experiments))
                .with("all_strat_names", new Json.Null())
                .with("current_strat_index", Json.of(current))
                .with("current_strat_name", Json.of(status.step()))
                .with("current_strat_data_pts", Json.of(status.observations()))
                .with("current_strat_model", Json.of(status.model().orElse("model not set")))
                .with("current_strat_acqf", Json.of(status.acquisition().orElse("acqf not set")))
                .with("current_strat_finished", Json.of(status.finished()))
                .with("current_strat_can_fit", Json.of(canFit(status)));
    }

    static Json option(Optional<String> text) {
        return text.map(Json::of).orElse(new Json.Null());
    }
}
