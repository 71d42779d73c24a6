package org.aepsych.core.adaptive.event;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.strategy.Observation;
import org.aepsych.core.json.Json;

/** A warm start as text, numbers in the shortest form that gives the same bits. */
final class WarmStartText {
    private WarmStartText() {}

    static Json write(WarmStart warmStart) {
        List<Json> sources = new ArrayList<>();
        for (WarmStart.Source source : warmStart.sources()) {
            sources.add(AdaptiveCodec.json(source.position())
                    .with(
                            "observations",
                            Json.array(source.observations().stream()
                                    .map(WarmStartText::json)
                                    .toList())));
        }
        List<Json> steps = warmStart.steps().stream()
                .<Json>map(step -> Json.array(step.stream().map(Json::of).toList()))
                .toList();
        return Json.Obj.empty().with("sources", Json.array(sources)).with("steps", Json.array(steps));
    }

    static WarmStart read(Json json) {
        AdaptiveCodec.Fields fields = new AdaptiveCodec.Fields(AdaptiveCodec.object(json));
        List<WarmStart.Source> sources = new ArrayList<>();
        for (Json item : fields.list("sources")) {
            Json.Obj source = AdaptiveCodec.object(item);
            sources.add(new WarmStart.Source(
                    AdaptiveCodec.position(source),
                    new AdaptiveCodec.Fields(source)
                            .list("observations").stream()
                                    .map(WarmStartText::observation)
                                    .toList()));
        }
        List<List<Integer>> steps = new ArrayList<>();
        for (Json step : fields.list("steps")) {
            steps.add(AdaptiveCodec.list(step).stream()
                    .map(place -> place(place, sources.size()))
                    .toList());
        }
        return new WarmStart(sources, steps);
    }

    private static Json json(Observation observation) {
        return Json.Obj.empty()
                .with("stimuli", AdaptiveCodec.json(observation.presentation()))
                .with(
                        "outcomes",
                        Json.array(observation.outcomes().stream().map(Json::of).toList()));
    }

    private static Observation observation(Json json) {
        AdaptiveCodec.Fields fields = new AdaptiveCodec.Fields(AdaptiveCodec.object(json));
        return new Observation(
                AdaptiveCodec.presentation(Json.array(fields.list("stimuli"))),
                AdaptiveCodec.numbers(fields.list("outcomes")));
    }

    private static int place(Json json, int sources) {
        if (json instanceof Json.Whole whole
                && whole.value().signum() >= 0
                && whole.value().bitLength() < 31
                && whole.value().intValue() < sources) {
            return whole.value().intValue();
        }
        throw new IllegalArgumentException("there is no source " + json.text());
    }
}
