package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.Set;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.strategies.sobol.SobolSequence;
import org.aepsych.strategies.space.PresentationCube;

/** {@code sobol}: quasi-random presentations that fill the space evenly. */
public final class SobolFactory implements StrategyFactory {
    /** Makes the factory. */
    @Inject
    public SobolFactory() {}

    @Override
    public String name() {
        return "sobol";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("SobolGenerator", "PairwiseSobolGenerator");
    }

    @Override
    public String description() {
        return "Spreads stimuli evenly over the space (scrambled Sobol sequence). The usual first step.";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of(Seeds.SEED);
    }

    @Override
    public StateSchema stateSchema() {
        return States.DRAWN;
    }

    @Override
    public Strategy create(StrategyContext context) {
        return restore(context, new Drawn(0));
    }

    @Override
    public Strategy restore(StrategyContext context, Record state) {
        PresentationCube cube = PresentationCube.of(context.space(), context.stimuliPerTrial());
        if (cube.dimension() > SobolSequence.MAX_DIMENSION) {
            throw new ConfigException(Problem.of(
                    context.config().name(),
                    "a Sobol sequence has at most " + SobolSequence.MAX_DIMENSION
                            + " dimensions, but the stimuli of a trial have " + cube.dimension()
                            + " free parameters"));
        }
        SobolSequence sequence = SobolSequence.scrambled(cube.dimension(), Seeds.random(context));
        return new SobolStrategy(cube, sequence, States.expect(Drawn.class, state));
    }
}
