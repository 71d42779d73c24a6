package org.aepsych.core.adaptive.design;

import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.strategy.StrategyFactory;

/**
 * A step of the sequence, as the file describes it.
 *
 * @param index 0-based
 * @param name the section's name
 * @param factory makes the step's strategy
 * @param config options of the strategy: its own section, then the step's, then {@code [common]}
 * @param criteria when the step is finished
 */
public record StepDesign(
        int index, String name, StrategyFactory factory, ConfigSection config, FinishCriteria criteria) {}
