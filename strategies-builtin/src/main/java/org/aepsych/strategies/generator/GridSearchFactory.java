package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.model.ChosenModel;

/** {@code acqf-grid-search}: presents the best of some quasi-random stimuli under an acquisition function, without improving it. */
public final class GridSearchFactory extends ModelBasedFactory {

    /** Makes the factory. */
    @Inject
    public GridSearchFactory() {}

    @Override
    public String name() {
        return "acqf-grid-search";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("AcqfGridSearchGenerator");
    }

    @Override
    public String description() {
        return "Presents the best of some quasi-random stimuli under an acquisition function, without"
                + " improving it.";
    }

    @Override
    List<ConfigOption<?>> ownOptions() {
        return List.of(ACQF, SAMPS);
    }

    @Override
    Strategy make(StrategyContext context, ChosenModel model, Belief belief) {
        return searching(
                context, model, belief, new PointSearch(context.config().get(SAMPS), false));
    }
}
