package org.aepsych.core.adaptive.design;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.config.ExperimentFile;

/**
 * What an experiment file says, checked. Immutable, thread-safe.
 *
 * @param file the file
 * @param space the parameters
 * @param stimuliPerTrial 1, or 2 to compare
 * @param outcomeTypes one for each outcome
 * @param outcomeNames one for each outcome
 * @param steps the sequence, at least one
 * @param seed of all sessions, if the file sets it
 * @param metadata who and what
 */
public record ExperimentDesign(
        ExperimentFile file,
        ParameterSpace space,
        int stimuliPerTrial,
        List<OutcomeType> outcomeTypes,
        List<String> outcomeNames,
        List<StepDesign> steps,
        Optional<Long> seed,
        Metadata metadata) {
    /** Copies the lists. */
    public ExperimentDesign {
        outcomeTypes = List.copyOf(outcomeTypes);
        outcomeNames = List.copyOf(outcomeNames);
        steps = List.copyOf(steps);
    }

    /**
     * Makes the strategy of a step, which has seen nothing yet.
     *
     * @param index 0-based step
     * @param seed the session's seed
     * @return a new strategy
     * @throws org.aepsych.api.config.ConfigException if its options do not fit
     * @throws AepsychException {@code PLUGIN_INVALID} if it fails
     */
    public Strategy strategy(int index, long seed) {
        return made(index, seed, StrategyFactory::create);
    }

    /**
     * Makes the strategy of a step from its state.
     *
     * @param index 0-based step
     * @param seed the session's seed
     * @param state the state of a strategy of that step
     * @return a strategy that goes on from there
     * @throws AepsychException {@code PLUGIN_INVALID} if it fails
     */
    public Strategy strategy(int index, long seed, Record state) {
        return made(index, seed, (factory, context) -> factory.restore(context, state));
    }

    /**
     * Returns how many trials there will be if no step needs more than it must have, to tell people how far they are.
     *
     * @return 0 if a step has no such number
     */
    public int expectedTrials() {
        long expected = 0;
        for (StepDesign step : steps) {
            long after = step.criteria().trialsAfter(expected);
            if (after == expected) {
                return 0;
            }
            expected = after;
        }
        return (int) Math.min(expected, Integer.MAX_VALUE);
    }

    private Strategy made(int index, long seed, BiFunction<StrategyFactory, StrategyContext, Strategy> maker) {
        StepDesign step = steps.get(index);
        try {
            return maker.apply(step.factory(), new SessionContext(this, step, seed));
        } catch (AepsychException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AepsychException(
                    StandardError.PLUGIN_INVALID,
                    "strategy " + step.factory().name() + " of step " + step.name() + " could not be made: " + e,
                    e);
        }
    }
}
