package org.aepsych.core.adaptive.event;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Value;
import org.aepsych.core.json.Json;

/** Reads parameter values from requests. Numbers outside a parameter's bounds are taken: they may have been shown. */
public final class StimulusReader {
    private StimulusReader() {}

    /**
     * Reads a value that was presented.
     *
     * @param parameter whose value
     * @param json what the client sent
     * @return the value; the configured one for a fixed parameter
     * @throws AepsychException if the parameter cannot have such a value
     */
    public static Value presented(Parameter parameter, Json json) {
        if (parameter instanceof Parameter.Fixed fixed) {
            boolean ignored = !(json instanceof Json.Text text)
                    || fixed.value().equals(Value.of(text.value()))
                    || fixed.value() instanceof Value.Numeric;
            if (!ignored || json instanceof Json.Null) {
                throw notInList(json);
            }
            return fixed.value();
        }
        if (parameter instanceof Parameter.Categorical categorical) {
            return choice(categorical, json);
        }
        return Value.of(number(parameter.name(), json));
    }

    /**
     * Reads a value at which a parameter is to be held.
     *
     * @param parameter which
     * @param json what the client sent
     * @return the value, whole for parameters of whole numbers
     * @throws AepsychException if the parameter cannot have such a value
     */
    public static Value held(Parameter parameter, Json json) {
        if (parameter instanceof Parameter.Fixed) {
            throw Refusals.value("parameter " + parameter.name() + " is fixed in the experiment file already");
        }
        Value value = presented(parameter, json);
        boolean whole = parameter instanceof Parameter.Whole || parameter instanceof Parameter.Binary;
        return whole && value instanceof Value.Numeric number ? Value.of(Math.rint(number.value())) : value;
    }

    /**
     * Reads a number.
     *
     * @param name whose, for the refusal
     * @param json what the client sent: a number, a boolean, or a number as text
     * @return a finite number
     * @throws AepsychException if it is something else
     */
    public static double number(String name, Json json) {
        double value;
        if (json instanceof Json.Whole whole) {
            value = whole.value().doubleValue();
        } else if (json instanceof Json.Real real) {
            value = real.value();
        } else if (json instanceof Json.Flag flag) {
            value = flag.value() ? 1 : 0;
        } else if (json instanceof Json.Text text) {
            value = parsed(name, text.value());
        } else {
            throw Refusals.kind("'" + name + "' expects a number, but found " + json.text());
        }
        if (!Double.isFinite(value)) {
            throw Refusals.value("'" + name + "' expects a finite number, but found " + json.text());
        }
        return value;
    }

    private static double parsed(String name, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new AepsychException(
                    AdaptiveError.VALUE_REFUSED, "'" + name + "' expects a number, but found \"" + text + "\"", e);
        }
    }

    private static Value choice(Parameter.Categorical categorical, Json json) {
        if (json instanceof Json.Text text) {
            if (!categorical.choices().contains(text.value())) {
                throw notInList(json);
            }
            return Value.of(text.value());
        }
        double index = number(categorical.name(), json);
        if (index != Math.rint(index)
                || index < 0
                || index >= categorical.choices().size()) {
            throw notInList(json);
        }
        return Value.of(categorical.choices().get((int) index));
    }

    /**
     * Refuses a name that no parameter has.
     *
     * @param json what the client sent
     * @return to be thrown
     */
    public static AepsychException notInList(Json json) {
        String shown = json instanceof Json.Text text ? text.value() : json.text();
        return Refusals.value("'" + shown + "' is not in list");
    }

    /** One parameter's values: for each trial, for each stimulus of it. */
    record Column(String name, List<List<Json>> trials, boolean nested) {
        Column {
            trials = trials.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Reads the values of a parameter for all trials of a tell.
     *
     * @param name the parameter
     * @param json a value; a list of values; or a list of lists, one for each trial with its stimuli
     * @param pair whether a flat list of two is one trial that shows two stimuli
     * @return the values by trial and stimulus
     */
    static Column column(String name, Json json, boolean pair) {
        if (!(json instanceof Json.Arr array)) {
            return new Column(name, List.of(List.of(scalar(name, json))), false);
        }
        List<Json> items = array.items();
        boolean nested = items.stream().anyMatch(Json.Arr.class::isInstance);
        if (!nested && pair && items.size() == 2) {
            return new Column(
                    name, List.of(items.stream().map(item -> scalar(name, item)).toList()), true);
        }
        List<List<Json>> trials = new ArrayList<>();
        for (Json item : items) {
            if (item instanceof Json.Arr stimuli) {
                trials.add(stimuli.items().stream()
                        .map(value -> scalar(name, value))
                        .toList());
            } else if (nested) {
                throw Refusals.value("'" + name + "' mixes values and lists of values: " + json.text());
            } else {
                trials.add(List.of(scalar(name, item)));
            }
        }
        return new Column(name, trials, nested);
    }

    private static Json scalar(String name, Json json) {
        if (json instanceof Json.Arr || json instanceof Json.Obj || json instanceof Json.Null) {
            throw Refusals.kind("'" + name + "' expects a number or a text, but found " + json.text());
        }
        return json;
    }
}
