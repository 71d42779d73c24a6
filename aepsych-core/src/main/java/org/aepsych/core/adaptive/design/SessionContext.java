package org.aepsych.core.adaptive.design;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyContext;

/** What a strategy of a session is made for and from. */
final class SessionContext implements StrategyContext {
    private final ExperimentDesign design;
    private final StepDesign step;
    private final long seed;

    SessionContext(ExperimentDesign design, StepDesign step, long seed) {
        this.design = design;
        this.step = step;
        this.seed = seed;
    }

    @Override
    public ParameterSpace space() {
        return design.space();
    }

    @Override
    public int stimuliPerTrial() {
        return design.stimuliPerTrial();
    }

    @Override
    public List<OutcomeType> outcomeTypes() {
        return design.outcomeTypes();
    }

    @Override
    public ConfigSection config() {
        return step.config();
    }

    @Override
    public Optional<ConfigSection> section(String name) {
        return design.file().section(name);
    }

    @Override
    public RandomGenerator random(int round) {
        return SessionRandom.at(seed, step.index(), round);
    }
}
