package org.aepsych.core.adaptive.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;

/**
 * Stands in for strategies that another program had and this one lacks, or that do not accept the other program's options:
 * their sessions can be read, listed, exported and replayed, only a new stimulus cannot be asked of them.
 */
public final class AbsentStrategies {
    private AbsentStrategies() {}

    /**
     * Returns extensions in which every strategy that a file names can be made.
     *
     * @param extensions what there is
     * @param file the experiment file
     * @return the same, with stand-ins
     */
    public static Extensions tolerated(Extensions extensions, ExperimentFile file) {
        Map<String, StrategyFactory> factories = new HashMap<>();
        for (String name : extensions.strategyNames()) {
            extensions
                    .strategy(name)
                    .ifPresent(factory -> factories.put(name, new Tolerant(name, Optional.of(factory))));
        }
        for (String name : named(file)) {
            factories.computeIfAbsent(name, absent -> new Tolerant(absent, Optional.empty()));
        }
        return new Extensions(factories, Map.of(), Map.of());
    }

    /** An alias is not a strategy's name, but the strategy behind it is. */
    private static List<String> named(ExperimentFile file) {
        List<String> names = new ArrayList<>();
        for (String section : file.sectionNames()) {
            file.section(section)
                    .flatMap(options -> options.text("generator").or(() -> options.text("strategy")))
                    .map(String::strip)
                    .map(name -> file.section(name)
                            .filter(alias -> alias.ownKeys().contains("class"))
                            .flatMap(alias -> alias.text("class"))
                            .map(String::strip)
                            .orElse(name))
                    .ifPresent(names::add);
        }
        return names;
    }

    private record Tolerant(String name, Optional<StrategyFactory> real) implements StrategyFactory {
        @Override
        public Set<String> aliases() {
            return Set.of();
        }

        @Override
        public ConfigSchema configSchema() {
            return real.map(StrategyFactory::configSchema).orElse(ConfigSchema.of());
        }

        @Override
        public StateSchema stateSchema() {
            return real.map(StrategyFactory::stateSchema).orElse(Absent.SCHEMA);
        }

        @Override
        public Strategy create(StrategyContext context) {
            if (real.isEmpty()) {
                return new Absent(name, "this program has no strategy of that name");
            }
            try {
                return real.get().create(context);
            } catch (AepsychException e) {
                return new Absent(name, e.getMessage());
            }
        }

        @Override
        public Strategy restore(StrategyContext context, Record state) {
            return state instanceof Nothing
                    ? create(context)
                    : real.orElseThrow().restore(context, state);
        }
    }

    /** The state of a strategy that is not there. */
    record Nothing() {}

    private record Absent(String name, String reason) implements Strategy {
        private static final StateSchema SCHEMA = new StateSchema(1, Map.of(100, Nothing.class));

        @Override
        public Proposal ask(AskRequest request) {
            throw new AepsychException(
                    StandardError.UNSUPPORTED,
                    "the imported session's strategy " + name + " cannot be asked here: " + reason);
        }

        @Override
        public void asked(AskRequest request, Proposal proposal) {
            // What another program answered changes nothing that is not there.
        }

        @Override
        public void tell(Observation observation) {
            // The session keeps its observations itself.
        }

        @Override
        public Nothing state() {
            return new Nothing();
        }
    }
}
