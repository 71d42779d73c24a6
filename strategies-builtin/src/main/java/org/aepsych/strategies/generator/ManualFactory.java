package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.StrategyContext;

/** {@code manual}: the presentations that the experiment file lists, shuffled unless told otherwise. */
public final class ManualFactory extends FixedListFactory {
    /** Makes the factory. */
    @Inject
    public ManualFactory() {}

    @Override
    public String name() {
        return "manual";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("ManualGenerator");
    }

    @Override
    public String description() {
        return "Presents the stimuli of a list.";
    }

    @Override
    List<ConfigOption<?>> ownOptions() {
        return List.of(ListedPoints.POINTS);
    }

    @Override
    List<Presentation> presentations(StrategyContext context, RandomGenerator random) {
        return ListedPoints.read(context);
    }
}
