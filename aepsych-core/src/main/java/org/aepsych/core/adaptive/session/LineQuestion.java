package org.aepsych.core.adaptive.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Difference;
import org.aepsych.api.strategy.ModelQueries.Estimate;
import org.aepsych.api.strategy.ModelQueries.Line;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.event.StimulusReader;
import org.aepsych.core.json.Json;

/**
 * What a query about one parameter says of it: where the expected outcome crosses a value, or by how much it has to rise
 * until a difference is noticed.
 *
 * @param parameter name of the parameter; without it, the last one that is a number
 * @param outcome name of the outcome; without it, the first
 * @param target the expected outcome at a threshold
 * @param method how a difference is measured; without it, by a step
 * @param credibility probability that the answer lies within its interval
 */
record LineQuestion(
        Optional<String> parameter,
        Optional<String> outcome,
        double target,
        Optional<Difference> method,
        double credibility) {
    private static final double TARGET = 0.75;
    private static final double CREDIBILITY = 0.95;

    static LineQuestion read(Json.Obj message) {
        return new LineQuestion(
                text(message, "parameter"),
                text(message, "outcome"),
                number(message, "target", TARGET),
                text(message, "method").map(LineQuestion::method),
                share(message));
    }

    private static Optional<String> text(Json.Obj message, String name) {
        return message.find(name).map(json -> json instanceof Json.Text text ? text.value() : json.text());
    }

    private static Difference method(String name) {
        return Stream.of(Difference.values())
                .filter(method -> name(method).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusals.value("'method' expects one of "
                        + Stream.of(Difference.values()).map(LineQuestion::name).toList() + ", but found " + name));
    }

    private static String name(Difference method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static double number(Json.Obj message, String name, double fallback) {
        return message.find(name).map(json -> StimulusReader.number(name, json)).orElse(fallback);
    }

    private static double share(Json.Obj message) {
        double share = number(message, "credibility", CREDIBILITY);
        if (!(share > 0 && share < 1)) {
            throw Refusals.value("'credibility' expects a number above 0 and below 1, but found " + share);
        }
        return share;
    }

    Json.Obj answer(ModelQuestion question, ModelQueries model, ExperimentDesign design) {
        ParameterSpace space = design.space();
        int sought = outcome(design);
        String along = parameter.orElseGet(() -> lastNumber(space));
        int index = space.indexOf(along);
        if (index < 0) {
            throw Refusals.value("'parameter' expects one of " + space.names() + ", but found " + along);
        }
        boolean threshold = question.type().equals("threshold");
        Stimulus through = through(question, space, index, threshold);
        Line line = new Line(through, along, sought, credibility);
        Estimate estimate = (threshold
                        ? model.threshold(line, target)
                        : model.noticeableDifference(line, method.orElse(Difference.STEP)))
                .orElseThrow(() -> Refusals.notReady(
                        "the strategy of this step does not answer questions of the type " + question.type()));
        List<Value> values = new ArrayList<>(through.values());
        if (threshold) {
            values.set(index, Value.of(estimate.value()));
        }
        Json.Obj answer = question.answer(
                        ModelQuestion.located(space, List.of(new Stimulus(values))),
                        threshold ? Json.of(target) : finite(estimate.value()))
                .with("parameter", Json.of(along))
                .with("credibility", Json.of(credibility))
                .with("lower", finite(estimate.lower()))
                .with("upper", finite(estimate.upper()));
        answer = outcome.isPresent() ? answer.with("outcome", Json.of(outcome.get())) : answer;
        return method.isPresent() ? answer.with("method", Json.of(name(method.get()))) : answer;
    }

    private int outcome(ExperimentDesign design) {
        List<String> names = design.outcomeNames();
        int index = outcome.map(names::indexOf).orElse(0);
        if (index < 0) {
            throw Refusals.value("'outcome' expects one of " + names + ", but found " + outcome.orElse(""));
        }
        return index;
    }

    /** JSON has no infinity; a difference that is never reached is null. */
    private static Json finite(double value) {
        return Double.isInfinite(value) ? new Json.Null() : Json.of(value);
    }

    private static String lastNumber(ParameterSpace space) {
        for (int i = space.size() - 1; i >= 0; i--) {
            Parameter candidate = space.parameters().get(i);
            if (candidate instanceof Parameter.Continuous || candidate instanceof Parameter.Whole) {
                return candidate.name();
            }
        }
        throw Refusals.value("a threshold needs a parameter that is a number, but there are " + space.names());
    }

    private static Stimulus through(ModelQuestion question, ParameterSpace space, int along, boolean free) {
        Map<Integer, Value> held = question.held(space);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
            values.add(
                    value(question, space.parameters().get(i), Optional.ofNullable(held.get(i)), free && i == along));
        }
        return new Stimulus(values);
    }

    private static Value value(ModelQuestion question, Parameter parameter, Optional<Value> held, boolean free) {
        if (parameter instanceof Parameter.Fixed fixed) {
            return fixed.value();
        }
        if (held.isPresent()) {
            return held.get();
        }
        Optional<Json> given = question.x().flatMap(location -> location.find(parameter.name()));
        if (given.isPresent()) {
            return StimulusReader.presented(parameter, ModelQuestion.single(parameter.name(), given.get()));
        }
        if (free && parameter instanceof Parameter.Continuous real) {
            return Value.of(real.lower());
        }
        if (free && parameter instanceof Parameter.Whole whole) {
            return Value.of((double) whole.lower());
        }
        throw Refusals.missing("'" + parameter.name()
                + "' is missing; give its value in 'x' or 'constraints' ('parameter' names the one that varies)");
    }
}
