package org.aepsych.api.strategy;

import java.util.List;
import java.util.Set;
import org.aepsych.api.config.ConfigSchema;

/** Makes strategies of one kind; found by the name that experiment files use. Thread-safe. */
public interface StrategyFactory {
    /**
     * Returns the name that experiment files use.
     *
     * @return matches {@code [a-z][a-z0-9-]*}
     */
    String name();

    /**
     * Returns other names for the same strategy, such as AEPsych's class names.
     *
     * @return none by default
     */
    default Set<String> aliases() {
        return Set.of();
    }

    /**
     * Says what the strategy is for.
     *
     * @return a sentence or two for help and documents; the empty text if there is nothing to say
     */
    default String description() {
        return "";
    }

    /**
     * Returns the options of the strategy's own section.
     *
     * @return the schema
     */
    ConfigSchema configSchema();

    /**
     * Returns what one can choose from as the value of an option, for forms to offer; other values may be right, too.
     *
     * @param option lower-case name of an option of the schema
     * @return names as files write them; none by default
     */
    default List<String> choices(String option) {
        return List.of();
    }

    /**
     * Returns the classes of the strategy's state.
     *
     * @return the schema
     */
    StateSchema stateSchema();

    /**
     * Makes a strategy that has seen nothing.
     *
     * @param context what it is made for
     * @return a new strategy
     * @throws org.aepsych.api.config.ConfigException if an option is missing, ill-typed or does not fit the space or
     *     the outcomes
     */
    Strategy create(StrategyContext context);

    /**
     * Makes a strategy from its state.
     *
     * @param context what it is made for, the same as at creation
     * @param state what {@link Strategy#state()} gave
     * @return a strategy whose next proposals are those of the one that gave the state
     */
    Strategy restore(StrategyContext context, Record state);
}
