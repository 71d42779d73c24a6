package org.aepsych.strategies.option;

import org.aepsych.api.config.ConfigSchema;

/** What has a name in experiment files and explains itself. */
public interface Documented {
    /**
     * Says what it is for.
     *
     * @return one or two sentences
     */
    String help();

    /**
     * Returns the options of the section about it.
     *
     * @return the schema
     */
    ConfigSchema options();
}
