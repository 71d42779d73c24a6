package org.aepsych.core.adaptive.simulation.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.core.adaptive.simulation.observer.Observers;
import org.aepsych.core.adaptive.simulation.study.Question;
import org.aepsych.core.adaptive.simulation.study.Study;
import org.aepsych.core.config.ExperimentFile;
import org.jspecify.annotations.Nullable;

/** Strategies that compete on problems. Immutable. */
@FunctionalInterface
public interface Competitor {
    /** Chooses all stimuli quasi-randomly. */
    String SOBOL = "sobol";

    /** Our own strategy for those who do not want to choose. */
    String AUTO = "auto";

    /** What says what is known while a strategy has no model. */
    String JUDGE = """
            strategy_names = [judge]

            [judge]
            generator = OptimizeAcqfGenerator
            model = GPClassificationModel
            """;

    /** More than any simulation has. */
    int ALWAYS = 1_000_000;

    /**
     * Applies the strategies to a problem.
     *
     * @param problem what is to be found out
     * @return the experiment file
     */
    ExperimentFile on(Problem problem);

    /**
     * Makes a study of it.
     *
     * @param name of the competitor
     * @param problem what is to be found out
     * @return the study
     */
    default Study study(String name, Problem problem) {
        return new Study(
                problem.name(),
                name,
                on(problem),
                ExperimentFile.parse(problem.file(JUDGE)),
                Observers.always(problem.truth()),
                List.of(Question.threshold(problem.target(), problem.intensity())),
                false);
    }

    /**
     * Quasi-random stimuli, always.
     *
     * @return the competitor
     */
    static Competitor sobol() {
        return problem -> ExperimentFile.parse(problem.file("""
                strategy_names = [explore]

                [explore]
                generator = SobolGenerator
                min_asks = %d
                """.formatted(ALWAYS)));
    }

    /**
     * Quasi-random stimuli, then those that an acquisition function chooses.
     *
     * @param name of the acquisition function
     * @param initial how many quasi-random ones
     * @return the competitor
     */
    static Competitor acquisition(String name, int initial) {
        return problem -> ExperimentFile.parse(problem.file("""
                strategy_names = [explore, refine]

                [explore]
                generator = SobolGenerator
                min_asks = %d

                [refine]
                generator = OptimizeAcqfGenerator
                model = GPClassificationModel
                acqf = %s
                min_asks = %d
                """.formatted(initial, name, ALWAYS)));
    }

    /**
     * A strategy that needs no other before it.
     *
     * @param generator its name
     * @return the competitor
     */
    static Competitor generator(String generator) {
        return problem -> ExperimentFile.parse(problem.file("""
                strategy_names = [all]

                [all]
                generator = %s
                min_asks = %d
                """.formatted(generator, ALWAYS)));
    }

    /**
     * The strategies of an experiment file, on the problem's parameters instead of its own, for the problem's target.
     *
     * @param file the experiment file
     * @return the competitor
     */
    static Competitor file(ExperimentFile file) {
        return problem -> {
            Map<String, Map<String, @Nullable Object>> sections = new LinkedHashMap<>();
            List<String> parameters = file.common()
                    .text("parnames")
                    .map(text -> List.of(text.replaceAll("[\\[\\]\\s]", "").split(",")))
                    .orElse(List.of());
            file.flattened().forEach((name, options) -> {
                if (!parameters.contains(name)) {
                    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                    options.forEach((key, value) -> copy.put(key, value.orElse(null)));
                    copy.computeIfPresent("target", (key, value) -> problem.target());
                    sections.put(name, copy);
                }
            });
            Map<String, @Nullable Object> common =
                    sections.computeIfAbsent(ExperimentFile.COMMON, key -> new LinkedHashMap<>());
            List<String> names = new ArrayList<>();
            for (Problem.Dimension dimension : problem.dimensions()) {
                names.add(dimension.name());
                Map<String, @Nullable Object> section = new LinkedHashMap<>();
                section.put("par_type", "continuous");
                section.put("lower_bound", dimension.lower());
                section.put("upper_bound", dimension.upper());
                sections.put(dimension.name(), section);
            }
            common.put("parnames", names);
            common.put("stimuli_per_trial", 1);
            common.put("outcome_types", List.of("binary"));
            common.remove("outcome_names");
            common.put("target", problem.target());
            return ExperimentFile.ofDict(sections);
        };
    }

    /**
     * Finds out what a word on the command line means.
     *
     * @param word the name of an acquisition function, {@link #SOBOL} or {@link #AUTO}
     * @param initial how many quasi-random stimuli before those of an acquisition function
     * @return the competitor
     */
    static Competitor named(String word, int initial) {
        return switch (word) {
            case SOBOL -> sobol();
            case AUTO -> generator(AUTO);
            default -> acquisition(word, initial);
        };
    }
}
