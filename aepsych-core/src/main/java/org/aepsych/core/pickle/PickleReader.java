package org.aepsych.core.pickle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.json.Json;
import org.aepsych.core.pickle.PickleValue.Dict;
import org.aepsych.core.pickle.PickleValue.Instance;
import org.aepsych.core.pickle.PickleValue.Scalar;

/** Reads pickles as data. Reading is safe whatever the bytes are: it takes time and memory in proportion to them. */
public final class PickleReader {
    private PickleReader() {}

    /**
     * Reads plain data: numbers, texts, truth values, nothing, lists, dicts, numpy arrays and numbers, torch tensors.
     *
     * @param pickle the bytes
     * @return the data; arrays and tensors as nested lists
     * @throws PickleException if the bytes are something else
     */
    public static Json data(byte[] pickle) {
        return new PlainData().json(new PickleMachine(new PickleInput(pickle), KnownNames.DATA).run());
    }

    /**
     * Reads the texts of a configuration as AEPsych's {@code config_data} has it: {@code [common]} first.
     *
     * @param pickle the bytes
     * @return section, option, text; empty for an option without value
     * @throws PickleException if the bytes are something else
     */
    public static Map<String, Map<String, Optional<String>>> configuration(byte[] pickle) {
        PickleValue value = new PickleMachine(new PickleInput(pickle), KnownNames.CONFIGURATION).run();
        if (!(value instanceof Instance config && config.state().orElse(value) instanceof Dict state)) {
            throw PickleException.unreadable("it is no configuration");
        }
        Map<String, Map<String, Optional<String>>> sections = new LinkedHashMap<>();
        sections.put("common", options(state.members().get("_defaults")));
        if (state.members().get("_sections") instanceof Dict named) {
            named.members().forEach((name, section) -> sections.put(name, options(section)));
        }
        return sections;
    }

    private static Map<String, Optional<String>> options(@org.jspecify.annotations.Nullable PickleValue section) {
        Map<String, Optional<String>> options = new LinkedHashMap<>();
        if (section instanceof Dict dict) {
            dict.members().forEach((key, value) -> options.put(key, text(value)));
        }
        return options;
    }

    private static Optional<String> text(PickleValue value) {
        return value instanceof Scalar scalar && scalar.json() instanceof Json.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }
}
