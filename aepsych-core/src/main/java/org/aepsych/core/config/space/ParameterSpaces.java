package org.aepsych.core.config.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.Suggestions;

/**
 * Reads the parameters that {@code [common] parnames} lists, each from the section of its name. Files of an older style
 * have no such sections: if one of the bounds is missing, {@code [common] lb} and {@code ub} give the bounds of all
 * parameters.
 */
public final class ParameterSpaces {
    private static final ConfigOption<List<String>> PARNAMES =
            ConfigOption.texts("parnames", "names of the parameters, in order");
    private static final ConfigOption<List<Double>> LB =
            ConfigOption.reals("lb", "lower bounds of all parameters, in order");
    private static final ConfigOption<List<Double>> UB =
            ConfigOption.reals("ub", "upper bounds of all parameters, in order");

    private static final int LONG = 5;
    private static final String BOUNDS_OF_ALL = "or give lb and ub in [common] for all parameters";

    private final ExperimentFile file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    private ParameterSpaces(ExperimentFile file) {
        this.file = file;
    }

    /**
     * Reads the space that a file declares.
     *
     * @param file the experiment file
     * @return the space with warnings
     * @throws ConfigException with everything that is wrong with the parameters
     */
    public static DeclaredSpace read(ExperimentFile file) {
        return new ParameterSpaces(file).read();
    }

    private DeclaredSpace read() {
        List<String> names = names();
        List<ParameterSection> sections = names.stream()
                .map(name -> new ParameterSection(name, file.section(name), file.common()))
                .toList();
        List<Problem> gaps =
                sections.stream().flatMap(section -> section.gaps().stream()).toList();
        List<Optional<FallbackBounds>> fallbacks = fallbacks(names, gaps);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sections.get(i).read(fallbacks.get(i), problems).ifPresent(parameters::add);
            warnings.addAll(sections.get(i).warnings());
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new DeclaredSpace(new ParameterSpace(parameters), warnings);
    }

    private List<String> names() {
        List<String> names = file.common().get(PARNAMES);
        if (names.isEmpty()) {
            problem("parnames", "expected at least one name, but the list is empty");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || name.equals(ExperimentFile.COMMON)) {
                problem("parnames", "\"" + name + "\" cannot be the name of a parameter");
            } else if (!seen.add(name)) {
                problem("parnames", "\"" + name + "\" is given twice");
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return names;
    }

    /** Returns the bounds that replace those of the sections, if these have gaps; reports the gaps if nothing does. */
    private List<Optional<FallbackBounds>> fallbacks(List<String> names, List<Problem> gaps) {
        List<Optional<FallbackBounds>> bounds = new ArrayList<>();
        boolean complete = gaps.isEmpty();
        boolean available = file.common().text(LB.key()).isPresent()
                && file.common().text(UB.key()).isPresent();
        if (!complete && !available) {
            gaps.forEach(gap -> problems.add(hinted(gap)));
        }
        Optional<List<Double>> lower = complete || !available ? Optional.empty() : legacy(LB, names.size());
        Optional<List<Double>> upper = complete || !available ? Optional.empty() : legacy(UB, names.size());
        if (!complete
                && available
                && names.stream().anyMatch(name -> file.section(name).isPresent())) {
            gaps.forEach(gap -> warnings.add(gap.withHint("lb and ub in [common] are used for all parameters")));
        }
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            bounds.add(lower.flatMap(l -> upper.map(u -> new FallbackBounds(l.get(index), u.get(index)))));
        }
        return bounds;
    }

    private Problem hinted(Problem gap) {
        if (gap.option().isPresent()) {
            return gap.withHint(BOUNDS_OF_ALL);
        }
        Problem missing = file.common().line(PARNAMES.key()).map(gap::atLine).orElse(gap);
        return missing.withHint(Suggestions.asList(PARNAMES.key(), gap.section())
                .or(() -> otherwiseCalled(gap.section()).map(near -> "did you mean \"" + near + "\"?"))
                .orElse(BOUNDS_OF_ALL));
    }

    /** A name of few letters is near to any other, so such ones are alike only but for their case. */
    private Optional<String> otherwiseCalled(String name) {
        Set<String> parameters = Set.copyOf(file.common().get(PARNAMES));
        List<String> others = file.sectionNames().stream()
                .filter(section -> !parameters.contains(section))
                .filter(section -> name.length() >= LONG || section.equalsIgnoreCase(name))
                .toList();
        return Suggestions.nearest(name, others);
    }

    private Optional<List<Double>> legacy(ConfigOption<List<Double>> option, int size) {
        ConfigSection common = file.common();
        try {
            List<Double> values = common.get(option);
            if (values.size() == size) {
                return Optional.of(values);
            }
            problem(
                    option.key(),
                    "expected " + size + " numbers, one for each of parnames, but found " + values.size());
        } catch (ConfigException e) {
            problems.addAll(e.problems());
        }
        return Optional.empty();
    }

    private void problem(String key, String message) {
        problems.add(file.common().problem(key, message));
    }
}
