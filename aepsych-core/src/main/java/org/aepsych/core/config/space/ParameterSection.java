package org.aepsych.core.config.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Value;
import org.aepsych.core.config.SchemaCheck;
import org.aepsych.core.config.Suggestions;

/** What a file says about one parameter. */
final class ParameterSection {
    private static final ConfigOption<String> TYPE = ConfigOption.text("par_type", "kind of the parameter");
    private static final ConfigOption<Double> LOWER = ConfigOption.real("lower_bound", "smallest value");
    private static final ConfigOption<Double> UPPER = ConfigOption.real("upper_bound", "largest value");
    private static final ConfigOption<Boolean> LOG =
            ConfigOption.flag("log_scale", "whether models see the logarithm").orElse(false);
    private static final ConfigOption<Boolean> NORMALIZE = ConfigOption.flag(
                    "normalize_scale", "whether models see the unit interval")
            .orElse(true);
    private static final ConfigOption<List<String>> CHOICES = ConfigOption.texts("choices", "the texts to choose from");
    private static final ConfigOption<String> VALUE = ConfigOption.text("value", "the value that never changes");
    private static final ConfigSchema SCHEMA = ConfigSchema.of(TYPE, LOWER, UPPER, LOG, NORMALIZE, CHOICES, VALUE);

    private static final List<String> TYPES = List.of("continuous", "integer", "binary", "categorical", "fixed");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    /** Whole numbers up to this size are exact as the doubles that strategies compute with. */
    private static final long EXACT = 1L << 53;

    private final String name;
    private final Optional<ConfigSection> own;
    private final ConfigSection section;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * What a file says about a parameter.
     *
     * @param name the parameter
     * @param own the section of its name
     * @param common what applies where there is no such section
     */
    ParameterSection(String name, Optional<ConfigSection> own, ConfigSection common) {
        this.name = name;
        this.own = own;
        this.section = own.orElse(common);
    }

    /** Returns what is missing and could be replaced by bounds for all parameters. */
    List<Problem> gaps() {
        if (own.isEmpty()) {
            return List.of(
                    Problem.of(name, "the section is missing; parameter " + name + " needs par_type and bounds"));
        }
        List<Problem> gaps = new ArrayList<>();
        if (section.text(TYPE.key()).isEmpty()) {
            gaps.add(missing(TYPE.key(), "one of " + TYPES));
        }
        if (type().equals("continuous") || type().equals("integer")) {
            List.of(LOWER, UPPER).stream()
                    .filter(bound -> section.text(bound.key()).isEmpty())
                    .forEach(bound -> gaps.add(missing(bound.key(), bound.typeName())));
        }
        return gaps;
    }

    /** Returns options of the section that mean nothing here. */
    List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        own.ifPresent(mine -> warnings.addAll(SchemaCheck.unknown(mine, SCHEMA)));
        if (type().equals("binary") && own.isPresent() && own.get().ownKeys().contains(LOG.key())) {
            warnings.add(at(LOG.key(), "has no effect on a binary parameter"));
        }
        return warnings;
    }

    /**
     * Reads the parameter.
     *
     * @param fallback bounds that replace those of the section
     * @param into where to add what is wrong
     * @return the parameter, or empty if something is wrong with it
     */
    Optional<Parameter> read(Optional<FallbackBounds> fallback, List<Problem> into) {
        Optional<Parameter> parameter = switch (type()) {
            case "continuous" -> continuous(fallback);
            case "integer" -> whole(fallback);
            case "binary" -> binary();
            case "categorical" -> categorical();
            case "fixed" -> fixed();
            default -> unsupported();
        };
        into.addAll(problems);
        return parameter;
    }

    /** Returns the kind as written; a parameter about which nothing is said is continuous. */
    private String type() {
        return own.isEmpty() ? "continuous" : section.text(TYPE.key()).orElse("continuous");
    }

    private Optional<Parameter> continuous(Optional<FallbackBounds> fallback) {
        Optional<Double> lower = fallback.map(FallbackBounds::lower).or(() -> find(LOWER));
        Optional<Double> upper = fallback.map(FallbackBounds::upper).or(() -> find(UPPER));
        boolean log = flag(LOG);
        boolean normalize = flag(NORMALIZE);
        return lower.flatMap(low -> upper.filter(high -> inOrder(low, high))
                .map(high -> new Parameter.Continuous(name, low, high, log, normalize)));
    }

    private Optional<Parameter> whole(Optional<FallbackBounds> fallback) {
        Optional<Long> lower = fallback.isPresent() ? exact(fallback.get().lower()) : wholeBound(LOWER);
        Optional<Long> upper = fallback.isPresent() ? exact(fallback.get().upper()) : wholeBound(UPPER);
        boolean log = flag(LOG);
        boolean normalize = flag(NORMALIZE);
        return lower.flatMap(low -> upper.filter(high -> inOrder((double) low, (double) high))
                .map(high -> new Parameter.Whole(name, low, high, log, normalize)));
    }

    private Optional<Parameter> binary() {
        for (ConfigOption<Double> bound : List.of(LOWER, UPPER)) {
            if (own.isPresent() && own.get().ownKeys().contains(bound.key())) {
                problems.add(at(bound.key(), "parameter " + name + " is binary and has no bounds")
                        .withHint("remove it; the values are 0 and 1"));
            }
        }
        return Optional.of(new Parameter.Binary(name));
    }

    private Optional<Parameter> categorical() {
        if (section.text(CHOICES.key()).isEmpty()) {
            problems.add(missing(CHOICES.key(), CHOICES.typeName()));
            return Optional.empty();
        }
        List<String> choices = section.get(CHOICES);
        if (choices.isEmpty() || new HashSet<>(choices).size() != choices.size()) {
            problems.add(at(CHOICES.key(), "expected one or more different texts, but found " + choices));
            return Optional.empty();
        }
        return Optional.of(new Parameter.Categorical(name, choices));
    }

    private Optional<Parameter> fixed() {
        Optional<String> text = section.text(VALUE.key()).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            problems.add(missing(VALUE.key(), "a number or a text, as parameter " + name + " is fixed"));
        }
        return text.map(value -> new Parameter.Fixed(name, value(value)));
    }

    private static Value value(String text) {
        if (NUMBER.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return Value.of(number);
            }
        }
        return Value.of(text);
    }

    private Optional<Parameter> unsupported() {
        Problem problem = at(TYPE.key(), "parameter " + name + " has an unsupported parameter type " + type());
        problems.add(Suggestions.hinted(problem, type(), TYPES, "types are " + String.join(", ", TYPES)));
        return Optional.empty();
    }

    private boolean inOrder(double lower, double upper) {
        if (lower < upper) {
            return true;
        }
        problems.add(at(UPPER.key(), "expected a number above the lower bound " + lower + ", but found " + upper));
        return false;
    }

    private Optional<Long> exact(double bound) {
        if (bound == Math.rint(bound) && Math.abs(bound) <= EXACT) {
            return Optional.of((long) bound);
        }
        problems.add(Problem.of(name, "parameter " + name + " is an integer, but a bound in [common] is " + bound));
        return Optional.empty();
    }

    private Optional<Long> wholeBound(ConfigOption<Double> option) {
        return section.text(option.key()).flatMap(found -> {
            try {
                long bound = Long.parseLong(found.strip());
                if (-EXACT <= bound && bound <= EXACT) {
                    return Optional.of(bound);
                }
            } catch (NumberFormatException e) {
                // said below, as for a number that is too large
            }
            problems.add(at(
                    option.key(),
                    "expected a whole number of at most 2^53, as parameter " + name + " is an integer, but found \""
                            + found + "\""));
            return Optional.empty();
        });
    }

    private Optional<Double> find(ConfigOption<Double> option) {
        try {
            return section.find(option);
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private boolean flag(ConfigOption<Boolean> option) {
        try {
            return section.get(option);
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return false;
        }
    }

    private Problem missing(String key, String expected) {
        return Problem.of(name, key, "is missing; expected " + expected);
    }

    private Problem at(String key, String message) {
        Problem problem = Problem.of(name, key, message);
        return section.line(key).map(problem::atLine).orElse(problem);
    }
}
