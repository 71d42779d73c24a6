package org.aepsych.strategies.generator;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.strategy.StrategyContext;

/** What strategies draw once, when they are made. */
final class Seeds {
    static final ConfigOption<Long> SEED = ConfigOption.longWhole(
            "seed", "Makes every session get the same presentations; without it, each session gets its own.");

    private static final int WHEN_MADE = -1;

    private Seeds() {}

    /** Returns the randomness of the seed in the file, else that of the session. */
    static RandomGenerator random(StrategyContext context) {
        return context.config()
                .find(SEED)
                .<RandomGenerator>map(
                        seed -> RandomGeneratorFactory.of("L64X128MixRandom").create(seed))
                .orElseGet(() -> context.random(WHEN_MADE));
    }
}
