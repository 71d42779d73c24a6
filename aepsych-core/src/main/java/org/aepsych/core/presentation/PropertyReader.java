package org.aepsych.core.presentation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.core.config.Suggestions;
import org.aepsych.core.json.Json;

/** Reads the properties of stimuli: constants, or parameters that they follow. */
final class PropertyReader {
    private static final String REFERENCE = "reference_";
    private static final Pattern FUNCTION = Pattern.compile("([a-z0-9]+)\\((.+)\\)");

    private final ParameterSpace space;
    private final List<Problem> problems;

    PropertyReader(ParameterSpace space, List<Problem> problems) {
        this.space = space;
        this.problems = problems;
    }

    Map<String, Property> stimulus(Presenter presenter, Optional<ConfigSection> section) {
        section.ifPresent(own -> checkKeys(presenter, own));
        Map<String, Property> properties = new HashMap<>();
        for (ConfigOption<?> option : presenter.properties().options()) {
            given(section, option.key())
                    .map(text -> property(section.orElseThrow(), option.key(), option, text))
                    .or(() -> parameter(option.key()))
                    .or(() -> fallback(option))
                    .ifPresentOrElse(
                            property -> properties.put(option.key(), property), () -> missing(presenter, option));
        }
        return properties;
    }

    Optional<Map<String, Property>> reference(
            Presenter presenter, Optional<ConfigSection> section, Map<String, Property> stimulus) {
        Map<String, Property> properties = new HashMap<>(stimulus);
        boolean any = false;
        for (ConfigOption<?> option : presenter.properties().options()) {
            Optional<String> text = given(section, REFERENCE + option.key());
            if (text.isPresent()) {
                any = true;
                properties.put(
                        option.key(), property(section.orElseThrow(), REFERENCE + option.key(), option, text.get()));
            }
        }
        return any ? Optional.of(properties) : Optional.empty();
    }

    Property duration(ConfigSection section) {
        ConfigOption<Double> milliseconds = ConfigOption.real("duration", "milliseconds, or a parameter");
        String text = given(Optional.of(section), "duration").orElse("500");
        return property(section, "duration", milliseconds, text);
    }

    private static Optional<String> given(Optional<ConfigSection> section, String key) {
        return section.filter(own -> own.ownKeys().contains(key))
                .flatMap(own -> own.text(key))
                .map(String::strip);
    }

    /** A property with the name of a parameter follows it, unless the section says otherwise. */
    private Optional<Property> parameter(String name) {
        return space.indexOf(name) < 0
                ? Optional.empty()
                : Optional.of(new Property.Follows(name, Property.Scale.PLAIN));
    }

    private static Optional<Property> fallback(ConfigOption<?> option) {
        return option.fallback().map(PropertyReader::json).map(Property.Constant::new);
    }

    private Property property(ConfigSection section, String key, ConfigOption<?> option, String text) {
        if (space.indexOf(text) >= 0) {
            return new Property.Follows(text, Property.Scale.PLAIN);
        }
        Matcher function = FUNCTION.matcher(text);
        if (function.matches()) {
            for (Property.Scale scale : Property.Scale.values()) {
                if (scale.function().equals(function.group(1))
                        && space.indexOf(function.group(2).strip()) >= 0) {
                    return new Property.Follows(function.group(2).strip(), scale);
                }
            }
        }
        try {
            return new Property.Constant(json(option.parser().apply(text)));
        } catch (IllegalArgumentException e) {
            problems.add(section.problem(
                            key, "expected " + option.typeName() + " or a parameter, but found \"" + text + "\"")
                    .withHint("parameters are " + String.join(", ", space.names())));
            return new Property.Constant(new Json.Null());
        }
    }

    private static Json json(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return Json.of(((Number) value).longValue());
        } else if (value instanceof Number number) {
            return Json.of(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            return Json.of(flag.booleanValue());
        }
        return Json.of(String.valueOf(value));
    }

    private void missing(Presenter presenter, ConfigOption<?> option) {
        problems.add(Problem.of(
                presenter.name(),
                option.key(),
                "is missing; expected " + option.typeName() + " or a parameter (" + option.help() + ")"));
    }

    private void checkKeys(Presenter presenter, ConfigSection section) {
        List<String> known =
                presenter.properties().options().stream().map(ConfigOption::key).toList();
        for (String key : section.ownKeys()) {
            String property = key.startsWith(REFERENCE) ? key.substring(REFERENCE.length()) : key;
            if (!known.contains(property)) {
                problems.add(Suggestions.hinted(
                        section.problem(key, "is not a property of the presenter " + presenter.name()),
                        property,
                        known,
                        "properties are " + String.join(", ", known)));
            }
        }
    }
}
