package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.strategies.acquisition.AcquisitionCatalog;
import org.aepsych.strategies.math.TimeBudget;
import org.aepsych.strategies.model.AutoModel;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.sobol.SobolSequence;
import org.aepsych.strategies.space.PresentationCube;

/**
 * {@code auto}: the strategy for those who do not want to choose. It needs no other before it, and decides by the number of
 * dimensions and by what is answered:
 *
 * <ul>
 *   <li>First ten quasi-random stimuli, and more until both answers occurred.
 *   <li>Then, up to three dimensions, what the straddle criterion values most; from four dimensions on, where that would
 *       sit on the edges of the space, what tells most about the whole level set (GlobalMI). Every trial with a new fit.
 *   <li>In the model answers can have any probability, until there is positive evidence that the participant is right by
 *       chance in half of the trials. Length-scales are believed to grow with the dimension.
 * </ul>
 */
public final class AutoFactory implements StrategyFactory {
    private static final ConfigOption<Double> TARGET = BoundedOption.realBetween(
                    "target", 0, 1, "The response probability whose threshold is sought.")
            .orElse(0.75);
    private static final int INITIAL = 10;
    private static final int MANY_DIMENSIONS = 4;
    private static final String STRADDLE = "MCLevelSetEstimation";
    private static final String INFORMATION = "GlobalMI";
    private static final int CANDIDATES = 1000;
    private static final int STARTS = 10;

    /** Makes the factory. */
    @Inject
    public AutoFactory() {}

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String description() {
        return "Chooses by the number of parameters how to look for a threshold; for all who do not want to choose. Needs no"
                + " step before it.";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("AutoGenerator");
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of(TARGET, Seeds.SEED);
    }

    @Override
    public StateSchema stateSchema() {
        return States.LEARNT;
    }

    @Override
    public Strategy create(StrategyContext context) {
        return restore(context, Learnt.nothing());
    }

    @Override
    public Strategy restore(StrategyContext context, Record state) {
        if (context.stimuliPerTrial() != 1 || !context.outcomeTypes().equals(List.of(OutcomeType.BINARY))) {
            throw new ConfigException(Problem.of(
                    context.config().name(),
                    "auto is for one binary outcome and one stimulus in a trial; use OptimizeAcqfGenerator instead"));
        }
        PresentationCube cube = PresentationCube.of(context.space(), 1);
        int dimension = cube.dimension();
        if (dimension == 0 || dimension > SobolSequence.MAX_DIMENSION) {
            throw new ConfigException(Problem.of(
                    context.config().name(),
                    "auto needs from 1 to " + SobolSequence.MAX_DIMENSION
                            + " parameters that are not fixed, but there are " + dimension));
        }
        return new AutoStrategy(context, plan(context, dimension), States.expect(Learnt.class, state));
    }

    private static AutoStrategy.Plan plan(StrategyContext context, int dimension) {
        String acquisition = dimension < MANY_DIMENSIONS ? STRADDLE : INFORMATION;
        return new AutoStrategy.Plan(
                AutoModel.of(context, context.config().get(TARGET)),
                acquisition,
                AcquisitionCatalog.create(context, acquisition, "acqf"),
                new CubeSearch(CANDIDATES, STARTS, TimeBudget.UNLIMITED),
                SobolSequence.scrambled(dimension, Seeds.random(context)),
                INITIAL);
    }
}
