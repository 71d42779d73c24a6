package org.aepsych.strategies.model;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.strategies.option.NestedList;
import org.aepsych.strategies.space.RawValues;

/** Reads stimuli that an option of a model lists, with one value for each parameter in raw units. */
final class ListedStimuli {
    private ListedStimuli() {}

    static List<Stimulus> read(ParameterSpace space, ConfigSection section, ConfigOption<NestedList> option) {
        List<Stimulus> stimuli = new ArrayList<>();
        for (NestedList point : section.get(option).items()) {
            try {
                stimuli.add(stimulus(space, point));
            } catch (AepsychException | IllegalArgumentException e) {
                throw new ConfigException(
                        Problem.of(section.name(), option.key(), "the point " + point + ": " + e.getMessage()));
            }
        }
        return stimuli;
    }

    private static Stimulus stimulus(ParameterSpace space, NestedList point) {
        List<Parameter> parameters = space.parameters();
        if (point.items().size() != parameters.size()) {
            throw new IllegalArgumentException(
                    "expected one value for each of " + space.names() + ", but found " + point);
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            values.add(RawValues.accept(parameters.get(i), point.items().get(i).value()));
        }
        return new Stimulus(values);
    }
}
