package org.aepsych.core.adaptive.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.ReadOptions;
import org.aepsych.core.config.space.DeclaredSpace;
import org.aepsych.core.config.space.ParameterSpaces;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.core.presentation.PresentationReader;

/** Reads experiment files of adaptive experiments; goes on after a problem, so that all of them are reported at once. */
public final class DesignReader {
    private static final ConfigOption<List<String>> PARNAMES =
            ConfigOption.texts("parnames", "names of the parameters");
    private static final ConfigOption<List<String>> OUTCOME_TYPES =
            ConfigOption.texts("outcome_types", "binary, continuous or ordinal, one for each outcome");
    private static final ConfigOption<List<String>> OUTCOME_NAMES =
            ConfigOption.texts("outcome_names", "names of the outcomes in the same order");
    private static final ConfigOption<List<String>> STRATEGY_NAMES =
            ConfigOption.texts("strategy_names", "sections of the steps, in order");
    private static final ConfigOption<Integer> STIMULI =
            ConfigOption.whole("stimuli_per_trial", "1, or 2 to compare").orElse(1);
    private static final ConfigOption<Optional<Long>> SEED = new ConfigOption<>(
            "seed",
            "a whole number",
            text -> Optional.of(Long.valueOf(text.strip())),
            Optional.of(Optional.empty()),
            "seed of all randomness of the session",
            false);
    /** Strategies are made once to see whether their options are right; what they draw then does not matter. */
    private static final long ANY_SEED = 0;

    private final Extensions extensions;
    private final ExperimentFile file;
    private final ConfigSection common;
    /** Whether a session is to be set up. What was set up before a contradiction was noticed is still read. */
    private final boolean strict;

    private final List<Problem> problems = new ArrayList<>();

    private final List<Problem> warnings = new ArrayList<>();

    private DesignReader(ExperimentFile file, Extensions extensions, boolean strict) {
        this.strict = strict;
        this.file = file;
        this.common = file.common();
        this.extensions = extensions;
    }

    /**
     * A file that is good.
     *
     * @param design what it says
     * @param warnings what was read in another way than somebody may expect, or means nothing
     */
    public record Checked(ExperimentDesign design, List<Problem> warnings) {
        /** Copies the list. */
        public Checked {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reads a file that somebody has written, and looks for what he may not have meant.
     *
     * @param given the experiment file
     * @param extensions the strategies that there are
     * @return what the file says, with warnings
     * @throws ConfigException with everything that is wrong
     */
    public static Checked check(ExperimentFile given, Extensions extensions) {
        return check(given, extensions, true);
    }

    private static Checked check(ExperimentFile given, Extensions extensions, boolean strict) {
        ExperimentFile file = given.modern();
        ReadOptions read = new ReadOptions();
        DesignReader reader = new DesignReader(file.watched(read), extensions, strict);
        reader.problems.addAll(Unsupported.in(file));
        ExperimentDesign design = reader.read();
        List<Problem> warnings = new ArrayList<>(file.notes());
        warnings.addAll(reader.warnings);
        List<String> others = new ArrayList<>(design.space().names());
        others.addAll(PresentationReader.sections(file));
        warnings.addAll(read.unread(file, others));
        return new Checked(design, warnings);
    }

    /**
     * Reads the file of a session that has been set up.
     *
     * @param file the experiment file
     * @param extensions the strategies that there are
     * @return what the file says
     * @throws ConfigException with everything that is wrong
     */
    public static ExperimentDesign read(ExperimentFile file, Extensions extensions) {
        return check(file, extensions, false).design();
    }

    /**
     * Reads the file of a session that took place in another program, which could do what this one cannot.
     *
     * @param file the experiment file
     * @param extensions the strategies that there are, and stand-ins for the others
     * @return what the file says
     * @throws ConfigException with everything that is wrong
     */
    public static ExperimentDesign readForeign(ExperimentFile file, Extensions extensions) {
        return new DesignReader(file.modern(), extensions, false).read();
    }

    private ExperimentDesign read() {
        Optional<ParameterSpace> space = space();
        List<OutcomeType> types = outcomeTypes();
        List<String> names = outcomeNames(types.size());
        int stimuli = stimuli();
        List<StepDesign> steps = steps(types);
        if (strict) {
            steps.stream()
                    .flatMap(step -> file.section(step.name()).stream())
                    .forEach(step -> problems.addAll(StepAgreement.problems(step, stimuli, types, space)));
        }
        Metadata metadata = Metadata.read(file, problems);
        Optional<Long> seed = get(SEED).flatMap(given -> given);
        if (strict && !types.isEmpty() && types.size() == names.size()) {
            presentation(space, types, names, stimuli);
        }
        if (space.isEmpty() || types.isEmpty() || steps.isEmpty()) {
            throw new ConfigException(problems);
        }
        ExperimentDesign design = new ExperimentDesign(file, space.get(), stimuli, types, names, steps, seed, metadata);
        steps.forEach(step -> tryOut(design, step));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return design;
    }

    /**
     * Reads the presentation only for its problems, so that they are said together with all others. Where the parameters
     * could not be read, others of the same names stand for them; what does not fit their bounds is not said then.
     */
    private void presentation(
            Optional<ParameterSpace> space, List<OutcomeType> types, List<String> names, int stimuli) {
        Map<String, OutcomeType> outcomes = new LinkedHashMap<>();
        IntStream.range(0, names.size()).forEach(i -> outcomes.put(names.get(i), types.get(i)));
        try {
            var unused = space.or(() -> standIns(file))
                    .flatMap(known -> PresentationReader.read(file, known, outcomes, stimuli, extensions));
        } catch (ConfigException e) {
            e.problems().stream()
                    .filter(problem -> space.isPresent()
                            || problem.option()
                                    .filter(option -> option.startsWith("practice_"))
                                    .isEmpty())
                    .forEach(problems::add);
        }
    }

    private static Optional<ParameterSpace> standIns(ExperimentFile file) {
        List<Parameter> parameters = file.common().find(PARNAMES).orElse(List.of()).stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .<Parameter>map(name -> new Parameter.Continuous(name, 0, 1, false, true))
                .toList();
        return Optional.of(parameters).filter(names -> !names.isEmpty()).map(ParameterSpace::new);
    }

    private Optional<ParameterSpace> space() {
        try {
            DeclaredSpace declared = ParameterSpaces.read(file);
            warnings.addAll(declared.warnings());
            return Optional.of(declared.space());
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private List<OutcomeType> outcomeTypes() {
        List<OutcomeType> types = new ArrayList<>();
        for (String text : get(OUTCOME_TYPES).orElse(List.of())) {
            switch (text.toLowerCase(Locale.ROOT)) {
                case "binary" -> types.add(OutcomeType.BINARY);
                case "continuous" -> types.add(OutcomeType.CONTINUOUS);
                case "ordinal" -> types.add(OutcomeType.ORDINAL);
                default -> report(OUTCOME_TYPES, "expected binary, continuous or ordinal, but found \"" + text + "\"");
            }
        }
        if (types.isEmpty()
                && common.text(OUTCOME_TYPES.key())
                        .filter(text -> text.strip().equals("[]"))
                        .isPresent()) {
            report(OUTCOME_TYPES, "expected at least one outcome");
        }
        return types;
    }

    private List<String> outcomeNames(int outcomes) {
        List<String> defaults =
                IntStream.rangeClosed(1, outcomes).mapToObj(i -> "outcome_" + i).toList();
        List<String> names = get(OUTCOME_NAMES.orElse(defaults)).orElse(defaults);
        if (names.size() != outcomes || new HashSet<>(names).size() != names.size()) {
            report(
                    OUTCOME_NAMES,
                    "expected " + outcomes + " different names, one for each of outcome_types, but found " + names);
        }
        return names;
    }

    private int stimuli() {
        int stimuli = get(STIMULI).orElse(1);
        if (stimuli != 1 && stimuli != 2) {
            report(STIMULI, "expected 1 or 2, but found " + stimuli);
        }
        return stimuli;
    }

    private List<StepDesign> steps(List<OutcomeType> types) {
        List<String> names = get(STRATEGY_NAMES).orElse(List.of());
        if (names.isEmpty() && common.text(STRATEGY_NAMES.key()).isPresent()) {
            report(STRATEGY_NAMES, "expected at least one step");
        }
        return new StepsReader(file, extensions, problems).read(names, types);
    }

    private void tryOut(ExperimentDesign design, StepDesign step) {
        try {
            Strategy strategy = design.strategy(step.index(), ANY_SEED);
            warnings.addAll(
                    step.criteria().warnings(step.name(), strategy.limit().isPresent()));
        } catch (ConfigException e) {
            e.problems().stream().map(this::located).forEach(problems::add);
        } catch (AepsychException e) {
            problems.add(Problem.of(step.name(), e.getMessage()));
        }
    }

    /** Strategies name section and option; where that is in the file is known here. */
    private Problem located(Problem problem) {
        return problem.line().isPresent()
                ? problem
                : problem.option()
                        .flatMap(option -> file.section(problem.section()).flatMap(section -> section.line(option)))
                        .map(problem::atLine)
                        .orElse(problem);
    }

    private <T> Optional<T> get(ConfigOption<T> option) {
        try {
            return Optional.of(common.get(option));
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private void report(ConfigOption<?> option, String message) {
        problems.add(common.problem(option.key(), message));
    }
}
