package org.aepsych.api.strategy;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.space.ParameterSpace;

/** What a strategy is made for and from. Immutable, thread-safe. */
public interface StrategyContext {
    /**
     * Returns the parameters.
     *
     * @return the space in which to propose
     */
    ParameterSpace space();

    /**
     * Returns how many stimuli a trial shows.
     *
     * @return 1, or 2 to compare
     */
    int stimuliPerTrial();

    /**
     * Returns the outcomes of the experiment.
     *
     * @return one type for each outcome
     */
    List<OutcomeType> outcomeTypes();

    /**
     * Returns the section that configures this strategy: its own (named after the strategy or an alias of it), then the
     * step's section, then {@code [common]}.
     *
     * @return the options
     */
    ConfigSection config();

    /**
     * Returns the section of a part of the strategy, such as its model or acquisition function.
     *
     * @param name name of the part as written in the file
     * @return the section with {@code [common]} behind it, or empty if the file has none of that name
     */
    Optional<ConfigSection> section(String name);

    /**
     * Returns the randomness of a round: a function of the session's seed, the step and the round, so that asking for
     * round 7 never depends on how often round 6 was asked.
     *
     * @param round 0-based ask within the session; −1 for what is drawn once when the strategy is made
     * @return a fresh generator, the same sequence for every call with the same round
     */
    RandomGenerator random(int round);
}
