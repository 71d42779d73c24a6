package org.aepsych.api.player;

import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;

/** Makes policies of one kind; found by the name that files and the command line use. Thread-safe. */
public interface PlayerPolicyFactory {
    /**
     * Returns the name that files and the command line use.
     *
     * @return matches {@code [a-z][a-z0-9-]*}
     */
    String name();

    /**
     * Returns the policy's options; all have defaults, so that a name alone is enough.
     *
     * @return the schema
     */
    ConfigSchema configSchema();

    /**
     * Makes a policy.
     *
     * @param config its options
     * @return the policy
     * @throws org.aepsych.api.config.ConfigException if an option is ill-typed
     */
    PlayerPolicy create(ConfigSection config);
}
