package org.aepsych.core.adaptive.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.AepsychException;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.StimulusReader.Column;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.PythonText;

/** Reads what a tell says, in all the shapes that clients use, and checks it against the design. */
public final class TellReader {
    private static final String CONFIG = "config";
    private static final String OUTCOME = "outcome";
    private static final String MODEL_DATA = "model_data";
    private static final Set<String> OWN_KEYS = Set.of(CONFIG, OUTCOME, MODEL_DATA);

    private final ExperimentDesign design;
    private final Json.Obj message;
    private final boolean modelData;

    private TellReader(ExperimentDesign design, Json.Obj message) {
        this.design = design;
        this.message = message;
        this.modelData = message.find(MODEL_DATA).map(TellReader::truthy).orElse(true);
    }

    /**
     * Reads a tell.
     *
     * @param design the experiment
     * @param message the message of the request
     * @return its trials
     * @throws AepsychException if it does not fit the experiment
     */
    public static Tell read(ExperimentDesign design, Json.Obj message) {
        return new TellReader(design, message).read();
    }

    private Tell read() {
        Map<String, Json> config = config();
        Json outcome = message.find(OUTCOME)
                .orElseThrow(() -> Refusals.missing("'outcome' is missing; a tell needs 'config' and 'outcome'"));
        List<Column> columns = columns(config, outcome);
        int trials = columns.get(0).trials().size();
        for (Column column : columns) {
            if (column.trials().size() != trials) {
                throw Refusals.value(
                        "'" + column.name() + "' has " + column.trials().size() + " trials, but '"
                                + columns.get(0).name() + "' has " + trials);
            }
        }
        Map<String, List<Double>> outcomes = outcomes(outcome, trials);
        List<Trial> read = new ArrayList<>();
        for (int i = 0; i < trials; i++) {
            read.add(trial(columns, outcomes, i));
        }
        return new Tell(read, modelData, extraData());
    }

    private Map<String, Json> config() {
        Json json = message.find(CONFIG)
                .orElseThrow(() -> Refusals.missing("'config' is missing; a tell needs 'config' and 'outcome'"));
        if (!(json instanceof Json.Obj config)) {
            throw Refusals.kind("'config' expects an object with the parameters' values, but found " + json.text());
        }
        if (modelData) {
            for (String name : design.space().names()) {
                if (!config.members().containsKey(name)) {
                    throw Refusals.missing("'" + name + "' is missing; 'config' needs all of "
                            + design.space().names() + ", but has "
                            + List.copyOf(config.members().keySet()));
                }
            }
        }
        if (config.members().isEmpty()) {
            throw Refusals.value("'config' holds no parameter");
        }
        return config.members();
    }

    private List<Column> columns(Map<String, Json> config, Json outcome) {
        boolean pair = design.stimuliPerTrial() == 2 && tellsOfOneTrial(outcome);
        return config.entrySet().stream()
                .map(entry -> StimulusReader.column(entry.getKey(), entry.getValue(), pair))
                .toList();
    }

    private static boolean tellsOfOneTrial(Json outcome) {
        Json first = outcome instanceof Json.Obj named && !named.members().isEmpty()
                ? named.members().values().iterator().next()
                : outcome;
        return !(first instanceof Json.Arr array) || array.items().size() == 1;
    }

    /** Returns the outcomes by name, in the order of the request; one number for each trial. */
    private Map<String, List<Double>> outcomes(Json outcome, int trials) {
        Map<String, List<Double>> outcomes = new LinkedHashMap<>();
        if (outcome instanceof Json.Obj named) {
            if (!named.members().keySet().equals(Set.copyOf(design.outcomeNames()))) {
                throw Refusals.missing(
                        "Outcome keys " + List.copyOf(named.members().keySet()) + " do not match outcome names "
                                + design.outcomeNames() + ".");
            }
            named.members().forEach((name, json) -> outcomes.put(name, numbers(name, json, trials)));
        } else if (listsTheOutcomesOfOneTrial(outcome, trials)) {
            List<Json> values = ((Json.Arr) outcome).items();
            for (int i = 0; i < values.size(); i++) {
                String name = design.outcomeNames().get(i);
                outcomes.put(name, List.of(StimulusReader.number(name, values.get(i))));
            }
        } else if (design.outcomeTypes().size() == 1 || !modelData) {
            outcomes.put(OUTCOME, numbers(OUTCOME, outcome, trials));
        } else {
            throw Refusals.kind("'outcome' expects an object with the outcomes " + design.outcomeNames()
                    + ", but found " + outcome.text());
        }
        return outcomes;
    }

    /** As AEPsych's clients up to 0.7 told of several outcomes. */
    private boolean listsTheOutcomesOfOneTrial(Json outcome, int trials) {
        return trials == 1
                && design.outcomeTypes().size() > 1
                && outcome instanceof Json.Arr array
                && array.items().size() == design.outcomeTypes().size();
    }

    private List<Double> numbers(String name, Json json, int trials) {
        List<Json> items = json instanceof Json.Arr array ? array.items() : List.of(json);
        if (items.size() != trials) {
            throw Refusals.value(
                    "'" + name + "' has " + items.size() + " outcomes, but 'config' has " + trials + " trials");
        }
        return items.stream().map(item -> StimulusReader.number(name, item)).toList();
    }

    private Trial trial(List<Column> columns, Map<String, List<Double>> outcomes, int index) {
        List<NamedText> parameters = new ArrayList<>();
        for (Column column : columns) {
            List<Json> stimuli = column.trials().get(index);
            for (int s = 0; s < stimuli.size(); s++) {
                String name = column.nested() ? column.name() + "_stimuli" + s : column.name();
                parameters.add(new NamedText(name, PythonText.str(stimuli.get(s))));
            }
        }
        List<NamedNumber> numbers = outcomes.entrySet().stream()
                .map(entry -> new NamedNumber(entry.getKey(), entry.getValue().get(index)))
                .toList();
        return new Trial(
                parameters, numbers, modelData ? Optional.of(observation(columns, outcomes, index)) : Optional.empty());
    }

    private Observation observation(List<Column> columns, Map<String, List<Double>> outcomes, int index) {
        List<Stimulus> stimuli = new ArrayList<>();
        for (int s = 0; s < design.stimuliPerTrial(); s++) {
            List<Value> values = new ArrayList<>();
            for (Parameter parameter : design.space().parameters()) {
                List<Json> shown = column(columns, parameter.name()).trials().get(index);
                if (shown.size() != design.stimuliPerTrial()) {
                    throw Refusals.value("'" + parameter.name() + "' has values for " + shown.size()
                            + " stimuli, but a trial shows " + design.stimuliPerTrial());
                }
                values.add(StimulusReader.presented(parameter, shown.get(s)));
            }
            stimuli.add(new Stimulus(values));
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < design.outcomeTypes().size(); i++) {
            String name = design.outcomeNames().get(i);
            List<Double> numbers = outcomes.getOrDefault(name, outcomes.getOrDefault(OUTCOME, List.of()));
            values.add(checked(name, design.outcomeTypes().get(i), numbers.get(index)));
        }
        return new Observation(new Presentation(stimuli), values);
    }

    private static Column column(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusals.missing("'" + name + "' is missing; there are "
                        + columns.stream().map(Column::name).toList()));
    }

    private static double checked(String name, OutcomeType type, double outcome) {
        boolean allowed = switch (type) {
            case BINARY -> outcome == 0 || outcome == 1;
            case ORDINAL -> outcome == Math.rint(outcome) && outcome >= 0;
            case CONTINUOUS -> true;
        };
        if (!allowed) {
            throw Refusals.value("'" + name + "' is " + (type == OutcomeType.BINARY ? "binary" : "ordinal")
                    + " and expects " + (type == OutcomeType.BINARY ? "0 or 1" : "a whole number from 0")
                    + ", but found " + PythonText.repr(outcome));
        }
        return outcome;
    }

    private String extraData() {
        Map<String, Json> extra = new LinkedHashMap<>(message.members());
        extra.keySet().removeAll(OWN_KEYS);
        return new Json.Obj(extra).text();
    }

    private static boolean truthy(Json json) {
        if (json instanceof Json.Flag flag) {
            return flag.value();
        } else if (json instanceof Json.Text text) {
            return !text.value().isEmpty();
        } else if (json instanceof Json.Whole whole) {
            return whole.value().signum() != 0;
        } else if (json instanceof Json.Real real) {
            return real.value() != 0;
        } else if (json instanceof Json.Arr array) {
            return !array.items().isEmpty();
        } else if (json instanceof Json.Obj object) {
            return !object.members().isEmpty();
        }
        return false;
    }
}
