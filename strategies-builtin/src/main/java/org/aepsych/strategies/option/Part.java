package org.aepsych.strategies.option;

import java.util.Optional;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.strategy.StrategyContext;

/**
 * A part of a strategy, such as its model, as an experiment file names it: by the name of what it is, or by the name of a
 * section whose option {@code class} says what it is.
 *
 * @param name as written in the file
 * @param className what it is
 * @param options its section, or the strategy's where it has none
 */
public record Part(String name, String className, ConfigSection options) {
    /**
     * Resolves a name.
     *
     * @param context of the strategy
     * @param name as written in the file
     * @return the part
     */
    public static Part named(StrategyContext context, String name) {
        Optional<ConfigSection> section = context.section(name);
        String className = section.filter(s -> s.ownKeys().contains("class"))
                .flatMap(s -> s.text("class"))
                .orElse(name);
        return new Part(name, className.trim(), section.orElseGet(context::config));
    }
}
