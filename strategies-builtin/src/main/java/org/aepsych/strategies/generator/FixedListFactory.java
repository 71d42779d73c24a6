package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;

/** Strategies whose presentations are laid down when they are made, and shuffled unless told otherwise. */
abstract class FixedListFactory implements StrategyFactory {
    private static final ConfigOption<Boolean> SHUFFLE =
            ConfigOption.flag("shuffle", "Whether the order is random.").orElse(true);

    /** Returns the options that only this kind of strategy has. */
    abstract List<ConfigOption<?>> ownOptions();

    /** Lays down the presentations. */
    abstract List<Presentation> presentations(StrategyContext context, RandomGenerator random);

    @Override
    public final ConfigSchema configSchema() {
        List<ConfigOption<?>> options = new ArrayList<>(ownOptions());
        options.addAll(Arrays.asList(SHUFFLE, Seeds.SEED));
        return new ConfigSchema(options);
    }

    @Override
    public final StateSchema stateSchema() {
        return States.DRAWN;
    }

    @Override
    public final Strategy create(StrategyContext context) {
        return restore(context, new Drawn(0));
    }

    @Override
    public final Strategy restore(StrategyContext context, Record state) {
        RandomGenerator random = Seeds.random(context);
        List<Presentation> list = new ArrayList<>(presentations(context, random));
        if (context.config().get(SHUFFLE)) {
            shuffle(list, random);
        }
        return new ManualStrategy(list, States.expect(Drawn.class, state));
    }

    /** Fisher and Yates' shuffle, written out because that of the JDK takes no {@code RandomGenerator} before 21. */
    private static void shuffle(List<Presentation> list, RandomGenerator random) {
        for (int i = list.size() - 1; i > 0; i--) {
            list.set(i, list.set(random.nextInt(i + 1), list.get(i)));
        }
    }
}
