package org.aepsych.core.adaptive.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.core.adaptive.event.AdaptiveCodec;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.event.StimulusReader;
import org.aepsych.core.json.Json;

/**
 * What a {@code query} asks of the present step's model.
 *
 * @param type {@code max}, {@code min}, {@code prediction} or {@code inverse}; beyond AEPsych, {@code threshold} or
 *     {@code jnd}
 * @param probabilitySpace whether the answer is a probability rather than a value of the latent function
 * @param constraints parameters held at a value, as the client sent them
 * @param x where a prediction is wanted
 * @param y which value is to be found
 * @param line along which parameter a threshold or difference is sought, and how certainly
 */
public record ModelQuestion(
        String type, boolean probabilitySpace, Json.Obj constraints, Optional<Json.Obj> x, Json y, LineQuestion line) {
    private static final List<String> MEMBERS = List.of(
            "query_type",
            "probability_space",
            "x",
            "y",
            "constraints",
            "max_time",
            "parameter",
            "outcome",
            "target",
            "method",
            "credibility");
    private static final List<String> TYPES = List.of("max", "min", "prediction", "inverse", "threshold", "jnd");

    /**
     * Reads a query.
     *
     * @param message the request's message
     * @return the question
     * @throws org.aepsych.api.AepsychException if a member is missing or cannot have its value
     */
    public static ModelQuestion read(Json.Obj message) {
        String type = message.find("query_type").map(ModelQuestion::text).orElse("max");
        if (!TYPES.contains(type)) {
            throw Refusals.question("unknown query type! 'query_type' expects one of " + TYPES + ", but found " + type);
        }
        boolean probability =
                message.find("probability_space").orElse(Json.of(false)) instanceof Json.Flag flag && flag.value();
        return new ModelQuestion(
                type,
                probability,
                object(message, "constraints").orElse(Json.Obj.empty()),
                object(message, "x"),
                message.find("y").orElse(new Json.Null()),
                LineQuestion.read(message));
    }

    /**
     * Refuses what the client may believe to have an effect. Sessions that are replayed have been answered in spite of it.
     *
     * @param message the request's message
     * @throws org.aepsych.api.AepsychException if there is a member that no query has
     */
    public static void refuseUnknown(Json.Obj message) {
        boolean prediction = message.find("query_type").equals(Optional.of(Json.of("prediction")));
        message.members().keySet().stream()
                .filter(name -> !prediction && !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusals.kind("a query has no '" + name + "'; it may have " + MEMBERS);
                });
    }

    private static String text(Json json) {
        return json instanceof Json.Text text ? text.value() : json.text();
    }

    private static Optional<Json.Obj> object(Json.Obj message, String name) {
        Json json = message.find(name).orElse(new Json.Null());
        if (json instanceof Json.Obj object) {
            return Optional.of(object);
        } else if (json instanceof Json.Null) {
            return Optional.empty();
        }
        throw Refusals.kind("'" + name + "' expects an object, but found " + json.text());
    }

    /**
     * Answers from what has been observed, without changing anything.
     *
     * @param session the session
     * @return the members of the answer, in the order in which clients expect them
     * @throws org.aepsych.api.AepsychException if there is no model, or it cannot answer that
     */
    public Json.Obj answer(Session session) {
        ModelQueries model = session.current().model().orElseThrow(() -> Refusals.notReady(withoutModel()));
        if (session.observations().isEmpty()) {
            throw Refusals.notReady("the model has no data yet; tell an outcome first");
        }
        ParameterSpace space = session.design().space();
        if (type.equals("threshold") || type.equals("jnd")) {
            return line.answer(this, model, session.design());
        }
        int outcomes = session.design().outcomeTypes().size();
        List<ModelSurface.Point> found = new ArrayList<>();
        for (int outcome = 0; outcome < outcomes; outcome++) {
            found.add(point(new ModelSurface(model, space, probabilitySpace, outcome), space));
        }
        Json values = outcomes == 1
                ? Json.of(found.get(0).value())
                : Json.array(found.stream().map(point -> Json.of(point.value())).toList());
        if (type.equals("prediction")) {
            return answer(echoed(location(space)), values);
        }
        return answer(
                located(space, found.stream().map(ModelSurface.Point::stimulus).toList()), values);
    }

    private ModelSurface.Point point(ModelSurface surface, ParameterSpace space) {
        return switch (type) {
            case "prediction" -> {
                Stimulus stimulus = stimulus(space, location(space));
                yield new ModelSurface.Point(stimulus, surface.at(stimulus));
            }
            case "max" -> surface.holding(held(space)).best(value -> value);
            case "min" -> surface.holding(held(space)).best(value -> -value);
            default -> {
                double target = StimulusReader.number("y", y);
                yield surface.holding(held(space)).best(value -> -Math.abs(value - target));
            }
        };
    }

    private Json.Obj location(ParameterSpace space) {
        return x.orElseThrow(() -> Refusals.question(
                "Cannot query model at location = None! 'x' expects a value for each of " + space.names()));
    }

    Json.Obj answer(Json.Obj location, Json value) {
        return Json.Obj.empty()
                .with("query_type", Json.of(type))
                .with("probability_space", Json.of(probabilitySpace))
                .with("constraints", constraints)
                .with("x", location)
                .with("y", value);
    }

    private String withoutModel() {
        return switch (type) {
            case "prediction" -> "model is None! Cannot predict without a model!";
            case "inverse" -> "model is None! Cannot get the inv_query without a model!";
            default -> "model is None! Cannot get the " + type + " without a model!";
        };
    }

    private static Stimulus stimulus(ParameterSpace space, Json.Obj location) {
        return new Stimulus(space.parameters().stream()
                .map(parameter -> StimulusReader.presented(
                        parameter,
                        single(
                                parameter.name(),
                                location.find(parameter.name())
                                        .orElseThrow(() -> Refusals.missing("'" + parameter.name()
                                                + "' is missing; 'x' needs all of " + space.names())))))
                .toList());
    }

    static Json single(String name, Json json) {
        if (!(json instanceof Json.Arr array)) {
            return json;
        }
        if (array.items().size() != 1) {
            throw Refusals.value("'" + name + "' expects one value, but found " + json.text());
        }
        return array.items().get(0);
    }

    /** Parameters may be named, or numbered from 0 as in AEPsych; JSON turns those numbers into texts. */
    Map<Integer, Value> held(ParameterSpace space) {
        Map<Integer, Value> held = new LinkedHashMap<>();
        constraints.members().forEach((key, json) -> {
            int index = space.indexOf(key);
            if (index < 0 && key.matches("\\d{1,4}")) {
                index = Integer.parseInt(key);
            }
            if (index < 0 || index >= space.size()) {
                throw Refusals.value("'" + key + "' is no parameter; there are " + space.names());
            }
            Parameter parameter = space.parameters().get(index);
            held.put(index, StimulusReader.held(parameter, single(parameter.name(), json)));
        });
        return held;
    }

    static Json.Obj echoed(Json.Obj location) {
        Map<String, Json> echoed = new LinkedHashMap<>();
        location.members()
                .forEach((name, value) ->
                        echoed.put(name, value instanceof Json.Arr ? value : Json.array(List.of(value))));
        return new Json.Obj(echoed);
    }

    static Json.Obj located(ParameterSpace space, List<Stimulus> stimuli) {
        Json.Obj located = Json.Obj.empty();
        for (int i = 0; i < space.size(); i++) {
            int parameter = i;
            located = located.with(
                    space.names().get(i),
                    Json.array(stimuli.stream()
                            .map(stimulus ->
                                    AdaptiveCodec.json(stimulus.values().get(parameter)))
                            .toList()));
        }
        return located;
    }
}
