package org.aepsych.examples.staircase;

import java.util.Map;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;

/** Makes staircases; {@code generator = lab-staircase} in an experiment file. */
final class StaircaseFactory implements StrategyFactory {
    private static final ConfigOption<Double> STEP = ConfigOption.real(
                    "step", "Change of level, as a share of the parameter's range.")
            .orElse(0.1);

    @Override
    public String name() {
        return "lab-staircase";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of(STEP);
    }

    @Override
    public StateSchema stateSchema() {
        return new StateSchema(1, Map.of(100, Staircase.Step.class));
    }

    @Override
    public Strategy create(StrategyContext context) {
        Parameter.Continuous level = level(context);
        return restore(context, new Staircase.Step(level.upper(), 0));
    }

    @Override
    public Strategy restore(StrategyContext context, Record state) {
        Parameter.Continuous level = level(context);
        double step = context.config().get(STEP) * (level.upper() - level.lower());
        return new Staircase(level, step, (Staircase.Step) state);
    }

    private static Parameter.Continuous level(StrategyContext context) {
        if (context.space().size() == 1 && context.space().parameters().get(0) instanceof Parameter.Continuous level) {
            return level;
        }
        throw new ConfigException(Problem.of(
                context.config().name(),
                "a staircase climbs one continuous parameter, but there are "
                        + context.space().names()));
    }
}
