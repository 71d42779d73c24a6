package org.aepsych.strategies.payoff;

import jakarta.inject.Inject;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.PayoffRuleFactory;

/** Makes the rule {@code population-average}, which pays everybody against the average of the other side. */
public final class PopulationAverageFactory implements PayoffRuleFactory {
    /** Creates the factory. */
    @Inject
    public PopulationAverageFactory() {}

    @Override
    public String name() {
        return "population-average";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of();
    }

    @Override
    public PayoffRule create(ConfigSection config) {
        return new PopulationAverage();
    }
}
