package org.aepsych.core.presentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.Suggestions;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.plugin.Extensions;

/** Reads how an experiment is presented; goes on after a problem, so that all of them are reported at once. */
public final class PresentationReader {
    /** An outcome of this name is the time from the stimulus to the answer, in seconds. */
    public static final String RESPONSE_TIME = "response_time";

    private static final String PRACTICE = "practice_";

    private final ConfigSection section;
    private final ExperimentFile file;
    private final ParameterSpace space;
    private final Extensions extensions;
    private final List<Problem> problems = new ArrayList<>();

    private PresentationReader(
            ConfigSection section, ExperimentFile file, ParameterSpace space, Extensions extensions) {
        this.section = section;
        this.file = file;
        this.space = space;
        this.extensions = extensions;
    }

    /**
     * Tells whether an experiment is presented in browsers.
     *
     * @param file the experiment file
     * @return whether it has the section
     */
    public static boolean isIn(ExperimentFile file) {
        return file.section(PresentationOptions.SECTION).isPresent();
    }

    /**
     * Names the sections of a file that say how the experiment is presented.
     *
     * @param file the experiment file
     * @return the section itself and that of its presenter; none if the experiment is not presented in browsers
     */
    public static List<String> sections(ExperimentFile file) {
        return file.section(PresentationOptions.SECTION)
                .map(section -> Stream.concat(
                                Stream.of(PresentationOptions.SECTION),
                                section.get(PresentationOptions.PRESENTER).stream())
                        .toList())
                .orElse(List.of());
    }

    /**
     * Reads the section.
     *
     * @param file the experiment file
     * @param space its parameters
     * @param outcomes names and types of its outcomes
     * @param stimuliPerTrial 1, or 2 to compare
     * @param extensions the presenters that there are
     * @return how the experiment is presented; empty if it is not presented in browsers
     * @throws ConfigException with everything that is wrong
     */
    public static Optional<PresentationDesign> read(
            ExperimentFile file,
            ParameterSpace space,
            Map<String, OutcomeType> outcomes,
            int stimuliPerTrial,
            Extensions extensions) {
        return file.section(PresentationOptions.SECTION)
                .map(section ->
                        new PresentationReader(section, file, space, extensions).read(outcomes, stimuliPerTrial));
    }

    private PresentationDesign read(Map<String, OutcomeType> outcomes, int stimuliPerTrial) {
        Task task = get(PresentationOptions.TASK);
        checkTask(task, outcomes, stimuliPerTrial);
        checkKeys();
        Optional<String> name = get(PresentationOptions.PRESENTER);
        Optional<Presenter> presenter = name.flatMap(extensions::presenter);
        if (task != Task.EXTERNAL && presenter.isEmpty()) {
            problems.add(at(
                    PresentationOptions.PRESENTER,
                    name.map(text -> "no presenter is called \"" + text + "\"")
                            .orElse("is missing; expected the name of a presenter"),
                    "there are " + String.join(", ", extensions.presenterNames())));
        }
        PropertyReader properties = new PropertyReader(space, problems);
        Optional<ConfigSection> own = name.flatMap(file::section);
        Map<String, Property> stimulus =
                presenter.map(shown -> properties.stimulus(shown, own)).orElse(Map.of());
        Optional<Map<String, Property>> reference =
                presenter.flatMap(shown -> properties.reference(shown, own, stimulus));
        if (task == Task.CHOICE && reference.isEmpty() && presenter.isPresent()) {
            problems.add(Problem.of(
                    name.orElse(""), "a choice needs a reference: give at least one option reference_PROPERTY"));
        }
        Property duration = properties.duration(section);
        List<Map<String, Value>> practice = practice(get(PresentationOptions.PRACTICE));
        PresentationDesign design = new PresentationDesign(
                presenter.map(Presenter::name),
                task,
                stimulus,
                reference,
                duration,
                new PresentationDesign.Timing(get(PresentationOptions.FIXATION), get(PresentationOptions.GAP)),
                practice,
                get(PresentationOptions.FEEDBACK) && task.hasRightAnswer(),
                get(PresentationOptions.BREAK),
                get(PresentationOptions.FULLSCREEN),
                get(PresentationOptions.CALIBRATION)
                        .orElse(presenter.map(Presenter::calibrated).orElse(false)),
                Math.max(2, get(PresentationOptions.LEVELS)),
                get(PresentationOptions.LANGUAGE),
                get(PresentationOptions.LISTED),
                words());
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream().distinct().toList());
        }
        return design;
    }

    private void checkTask(Task task, Map<String, OutcomeType> outcomes, int stimuliPerTrial) {
        if (stimuliPerTrial != task.stimuli() && task != Task.EXTERNAL) {
            problems.add(at(
                    PresentationOptions.TASK,
                    task.key() + " shows " + task.stimuli() + " stimuli of the strategy, but stimuli_per_trial is "
                            + stimuliPerTrial,
                    ""));
        }
        List<OutcomeType> judged = outcomes.entrySet().stream()
                .filter(outcome -> !outcome.getKey().equals(RESPONSE_TIME))
                .map(Map.Entry::getValue)
                .toList();
        boolean fits = judged.size() == 1
                && (task == Task.RATING ? judged.get(0) != OutcomeType.BINARY : judged.get(0) == OutcomeType.BINARY);
        if (task != Task.EXTERNAL && !fits) {
            problems.add(at(
                    PresentationOptions.TASK,
                    task.key() + " expects one "
                            + (task == Task.RATING ? "ordinal or continuous" : "binary")
                            + " outcome (and, if you like, a continuous one called " + RESPONSE_TIME
                            + "), but outcome_types are "
                            + outcomes.values().stream()
                                    .map(type -> type.name().toLowerCase(Locale.ROOT))
                                    .toList(),
                    ""));
        }
        if (outcomes.getOrDefault(RESPONSE_TIME, OutcomeType.CONTINUOUS) != OutcomeType.CONTINUOUS) {
            problems.add(at(PresentationOptions.TASK, "the outcome " + RESPONSE_TIME + " is continuous", ""));
        }
    }

    private void checkKeys() {
        List<String> known = Stream.concat(
                        PresentationOptions.SCHEMA.options().stream().map(ConfigOption::key),
                        Stream.concat(
                                Stream.of(PresentationDesign.Words.values()).map(PresentationDesign.Words::key),
                                space.names().stream().map(name -> PRACTICE + name.toLowerCase(Locale.ROOT))))
                .toList();
        Set<String> texts = Stream.of(PresentationDesign.Words.values())
                .map(PresentationDesign.Words::key)
                .collect(Collectors.toSet());
        for (String key : section.ownKeys()) {
            int end = key.lastIndexOf('_');
            boolean translated = end > 0 && texts.contains(key.substring(0, end)) && key.length() - end == 3;
            if (!known.contains(key) && !translated) {
                problems.add(Suggestions.hinted(
                        section.problem(key, "is not an option of this section"),
                        key,
                        known,
                        "options are " + String.join(", ", known)));
            }
        }
    }

    private List<Map<String, Value>> practice(int trials) {
        List<Map<String, Value>> practice = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            Map<String, Value> values = new HashMap<>();
            for (Parameter parameter : space.parameters()) {
                values.put(parameter.name(), practiceValue(parameter, trial));
            }
            practice.add(values);
        }
        return practice;
    }

    private Value practiceValue(Parameter parameter, int trial) {
        ConfigOption<List<String>> option = ConfigOption.texts(
                        PRACTICE + parameter.name().toLowerCase(Locale.ROOT),
                        "values of the parameter in the practice trials")
                .orElse(List.of());
        List<String> given = section.ownKeys().contains(option.key()) ? get(option) : List.of();
        if (given.isEmpty()) {
            return easiest(parameter);
        }
        String text = given.get(trial % given.size());
        try {
            return parsed(parameter, text);
        } catch (IllegalArgumentException e) {
            problems.add(at(option, "\"" + text + "\" is no value of the parameter", ""));
            return easiest(parameter);
        }
    }

    private static Value parsed(Parameter parameter, String text) {
        if (parameter instanceof Parameter.Categorical categorical) {
            if (!categorical.choices().contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return Value.of(text);
        }
        return Value.of(Double.parseDouble(text));
    }

    /** The upper bound: strongest in most experiments. */
    private static Value easiest(Parameter parameter) {
        if (parameter instanceof Parameter.Continuous continuous) {
            return Value.of(continuous.upper());
        } else if (parameter instanceof Parameter.Whole whole) {
            return Value.of((double) whole.upper());
        } else if (parameter instanceof Parameter.Categorical categorical) {
            return Value.of(categorical.choices().get(0));
        } else if (parameter instanceof Parameter.Fixed fixed) {
            return fixed.value();
        }
        return Value.of(1);
    }

    private Map<PresentationDesign.Words, LocalText> words() {
        Map<PresentationDesign.Words, LocalText> words = new HashMap<>();
        for (PresentationDesign.Words which : PresentationDesign.Words.values()) {
            Map<String, String> texts = new HashMap<>();
            for (String key : section.ownKeys()) {
                if (key.equals(which.key())
                        || (key.startsWith(which.key() + "_")
                                && key.length() == which.key().length() + 3)) {
                    String language =
                            key.substring(Math.min(key.length(), which.key().length() + 1));
                    section.text(key)
                            .filter(text -> !text.isBlank())
                            .ifPresent(text -> texts.put(language, unquoted(text.strip())));
                }
            }
            if (!texts.isEmpty()) {
                words.put(which, new LocalText(texts));
            }
        }
        return words;
    }

    /** A text may be a JSON string, in which anything can stand. */
    private static String unquoted(String text) {
        try {
            return text.startsWith("\"") && new JsonReader().read(text) instanceof Json.Text json ? json.value() : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private <T> T get(ConfigOption<T> option) {
        try {
            return section.ownKeys().contains(option.key())
                    ? section.get(option)
                    : option.fallback().orElseThrow();
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return option.fallback().orElseThrow();
        }
    }

    private Problem at(ConfigOption<?> option, String message, String hint) {
        Problem problem = section.problem(option.key(), message);
        return hint.isEmpty() ? problem : problem.withHint(hint);
    }
}
