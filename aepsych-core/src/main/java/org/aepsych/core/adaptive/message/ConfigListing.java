package org.aepsych.core.adaptive.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.space.Parameter;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.config.ExperimentFile;

/**
 * The options of a file as {@code get_config} shows them: with {@code lb} and {@code ub} in every section, which AEPsych
 * derives from the parameters' own sections and keeps in {@code [common]}.
 */
final class ConfigListing {
    private ConfigListing() {}

    static Map<String, Map<String, Optional<String>>> of(ExperimentDesign design) {
        Map<String, Map<String, Optional<String>>> listing = new LinkedHashMap<>();
        Optional<Map<String, String>> derived = derived(design);
        design.file().flattened().forEach((section, options) -> {
            Map<String, Optional<String>> extended = new LinkedHashMap<>(options);
            derived.ifPresent(bounds -> bounds.forEach((key, text) -> {
                if (section.equals(ExperimentFile.COMMON) || !owns(design, section, key)) {
                    extended.put(key, Optional.of(text));
                }
            }));
            listing.put(section, Collections.unmodifiableMap(extended));
        });
        return Collections.unmodifiableMap(listing);
    }

    private static boolean owns(ExperimentDesign design, String section, String key) {
        return design.file()
                .section(section)
                .map(found -> found.ownKeys().contains(key))
                .orElse(false);
    }

    /** Empty if a parameter has no section of its own: then the bounds stand in the file already. */
    private static Optional<Map<String, String>> derived(ExperimentDesign design) {
        List<String> lower = new ArrayList<>();
        List<String> upper = new ArrayList<>();
        for (Parameter parameter : design.space().parameters()) {
            Optional<ConfigSection> section = design.file().section(parameter.name());
            if (section.isEmpty()) {
                return Optional.empty();
            }
            String last = parameter instanceof Parameter.Categorical categorical
                    ? Integer.toString(categorical.choices().size() - 1)
                    : "1";
            lower.add(section.get().text("lower_bound").orElse("0"));
            upper.add(section.get().text("upper_bound").orElse(last));
        }
        Map<String, String> bounds = new LinkedHashMap<>();
        bounds.put("lb", "[" + String.join(", ", lower) + "]");
        bounds.put("ub", "[" + String.join(", ", upper) + "]");
        return Optional.of(bounds);
    }
}
