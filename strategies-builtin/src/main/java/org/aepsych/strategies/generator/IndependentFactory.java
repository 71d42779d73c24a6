package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.acquisition.AcquisitionCatalog;
import org.aepsych.strategies.model.ChosenModel;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.SectionBehind;

/**
 * {@code independent-optimize-acqf}: for experiments with several outcomes; presentations are good for one outcome after
 * the other. (AEPsych presents as many as there are outcomes for one that is asked for.)
 */
public final class IndependentFactory extends ModelBasedFactory {
    private static final ConfigOption<List<String>> GENERATORS = ConfigOption.texts(
            "generators",
            "A section for each outcome, with the acqf that presentations for it maximise, and restarts and samps.");
    private static final ConfigOption<Integer> RESTARTS = BoundedOption.wholeFrom(
                    "restarts", 1, "How many good stimuli are improved to find the best.")
            .orElse(10);

    /** Makes the factory. */
    @Inject
    public IndependentFactory() {}

    @Override
    public String name() {
        return "independent-optimize-acqf";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("IndependentOptimizeAcqfGenerator");
    }

    @Override
    public String description() {
        return "For several outcomes: presentations are good for one outcome after the other.";
    }

    @Override
    List<ConfigOption<?>> ownOptions() {
        return List.of(GENERATORS, RESTARTS, SAMPS, MAX_GEN_TIME);
    }

    @Override
    Strategy make(StrategyContext context, ChosenModel model, Belief belief) {
        int outcomes = context.outcomeTypes().size();
        List<String> sections = context.config().find(GENERATORS).orElse(List.of());
        if (!sections.isEmpty() && sections.size() != outcomes) {
            throw refused(context, "expected one section for each of " + outcomes + " outcomes, but found " + sections);
        }
        List<ModelBasedStrategy.Aim> aims = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < outcomes; i++) {
            ConfigSection own = sections.isEmpty() ? context.config() : section(context, sections.get(i));
            InnerContext within = new InnerContext(context, own);
            String name = own.get(ACQF.orElse(AcquisitionCatalog.usual(context, i)));
            names.add(name);
            aims.add(new ModelBasedStrategy.Aim(
                    i,
                    acquisition(within, model, name, i),
                    new CubeSearch(own.get(SAMPS), own.get(RESTARTS), budget(own))));
        }
        return new ModelBasedStrategy(context, model.name(), Optional.of(String.join(", ", names)), belief, aims);
    }

    private static ConfigSection section(StrategyContext context, String name) {
        return context.section(name)
                .<ConfigSection>map(own -> new SectionBehind(own, context.config()))
                .orElseThrow(() -> refused(context, "there is no section [" + name + "]"));
    }

    private static ConfigException refused(StrategyContext context, String message) {
        return new ConfigException(Problem.of(context.config().name(), GENERATORS.key(), message));
    }
}
