package org.aepsych.api.space;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parameters of an experiment in the order of {@code parnames}.
 *
 * @param parameters at least one, names all different
 */
public record ParameterSpace(List<Parameter> parameters) {
    /** Copies and checks the parameters. */
    public ParameterSpace {
        parameters = List.copyOf(parameters);
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("parameter " + parameter.name() + " is given twice");
            }
        }
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("a parameter space has at least one parameter");
        }
    }

    /**
     * Returns the number of parameters, fixed ones included.
     *
     * @return at least 1
     */
    public int size() {
        return parameters.size();
    }

    /**
     * Returns the parameters' names.
     *
     * @return in order
     */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /**
     * Returns a parameter's place.
     *
     * @param name the parameter
     * @return 0-based index, or −1 if the space has none of that name
     */
    public int indexOf(String name) {
        return names().indexOf(name);
    }
}
