package org.aepsych.api.payoff;

import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;

/** Makes payoff rules of one kind; found by the name that experiment files use. Thread-safe. */
public interface PayoffRuleFactory {
    /**
     * Returns the name that experiment files use.
     *
     * @return matches {@code [a-z][a-z0-9-]*}
     */
    String name();

    /**
     * Returns the options of the rule's own section.
     *
     * @return the schema
     */
    ConfigSchema configSchema();

    /**
     * Makes a rule.
     *
     * @param config the rule's section, with {@code [common]} behind it
     * @return the rule
     * @throws org.aepsych.api.config.ConfigException if an option is missing or ill-typed
     */
    PayoffRule create(ConfigSection config);
}
