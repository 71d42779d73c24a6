package org.aepsych.core.adaptive.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.Suggestions;
import org.aepsych.core.plugin.Extensions;

/** Reads the steps of an adaptive experiment: which strategy is at work, with which options, until when. */
final class StepsReader {
    private final ExperimentFile file;
    private final ConfigSection common;
    private final Extensions extensions;
    private final List<Problem> problems;

    /**
     * Takes what is read.
     *
     * @param problems gets everything that is wrong
     */
    StepsReader(ExperimentFile file, Extensions extensions, List<Problem> problems) {
        this.file = file;
        this.common = file.common();
        this.extensions = extensions;
        this.problems = problems;
    }

    List<StepDesign> read(List<String> names, List<OutcomeType> types) {
        List<StepDesign> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            Optional<ConfigSection> section = file.section(name);
            if (!seen.add(name)) {
                problems.add(common.problem("strategy_names", "\"" + name + "\" is given twice"));
            } else if (section.isEmpty() || name.equals(ExperimentFile.COMMON)) {
                problems.add(sectionMissing(name));
            } else {
                step(steps.size(), section.get(), types).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private Optional<StepDesign> step(int index, ConfigSection section, List<OutcomeType> types) {
        FinishCriteria criteria = FinishCriteria.read(section, types, problems);
        checkSeeds(section);
        String key = section.text("generator").isPresent()
                        || section.text("strategy").isEmpty()
                ? "generator"
                : "strategy";
        Optional<String> name = section.text(key).map(String::strip);
        if (name.isEmpty()) {
            problems.add(Problem.of(section.name(), key, "is missing; expected the name of a strategy"));
            return Optional.empty();
        }
        Optional<ConfigSection> own = file.section(name.get());
        Optional<String> real = own.filter(alias -> alias.ownKeys().contains("class"))
                .flatMap(alias -> alias.text("class"))
                .map(String::strip);
        Optional<StrategyFactory> factory =
                extensions.strategy(name.get()).or(() -> real.flatMap(extensions::strategy));
        if (factory.isEmpty()) {
            problems.add(unknown(section, key, name.get(), real));
            return Optional.empty();
        }
        List<ConfigSection> layers = own.map(found -> List.of(found, section)).orElse(List.of(section));
        ConfigSection config = new LayeredSection(own.orElse(section).name(), layers, common);
        return Optional.of(new StepDesign(index, section.name(), factory.get(), config, criteria));
    }

    private void checkSeeds(ConfigSection section) {
        SeedConditions.sectionOf(file, section.name()).ifPresent(seeds -> {
            String message = file.section(seeds)
                    .map(conditions -> SeedConditions.read(conditions).isEmpty()
                            ? "the section [" + seeds + "] names no earlier session"
                            : "")
                    .orElse("there is no section [" + seeds + "] that says which earlier sessions to learn from");
            if (!message.isEmpty()) {
                problems.add(section.problem(SeedConditions.OPTION, message));
            }
        });
    }

    private Problem sectionMissing(String name) {
        Problem missing = Problem.of(name, "the section is missing; strategy_names lists it");
        Problem problem = common.line("strategy_names").map(missing::atLine).orElse(missing);
        return Suggestions.asList("strategy_names", name)
                .map(problem::withHint)
                .orElseGet(() -> suggest(problem, name, file.sectionNames()));
    }

    private Problem unknown(ConfigSection section, String key, String name, Optional<String> real) {
        Problem problem = real.isPresent()
                ? Problem.of(name, "class", "no generator is called \"" + real.get() + "\"")
                : Problem.of(section.name(), key, "no generator is called \"" + name + "\"");
        Optional<Integer> line =
                real.isPresent() ? file.section(name).flatMap(alias -> alias.line("class")) : section.line(key);
        return suggest(line.map(problem::atLine).orElse(problem), real.orElse(name), extensions.strategyNames());
    }

    private static Problem suggest(Problem problem, String wrong, Collection<String> known) {
        return Suggestions.nearest(wrong, known)
                .map(near -> problem.withHint("did you mean \"" + near + "\"?"))
                .orElseGet(() -> known.isEmpty() ? problem : problem.withHint("there are " + String.join(", ", known)));
    }
}
