package org.aepsych.core.config.server;

import java.time.Duration;
import java.util.Optional;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;

/**
 * How much may be spent on preparing asks while participants look at stimuli.
 *
 * @param cores how many asks are prepared at the same time, from 0; with 0, none
 * @param budget for one stimulus
 */
public record ZeroWaitConfig(int cores, Duration budget) {
    private static final ConfigOption<Integer> CORES = new ConfigOption<>(
            "zero_wait_cores",
            "a whole number from 0",
            ZeroWaitConfig::cores,
            Optional.of(1),
            "How many cores prepare the next stimuli while participants answer; 0 prepares nothing.",
            false);
    private static final ConfigOption<Double> SECONDS = new ConfigOption<>(
            "zero_wait_seconds",
            "a number of seconds from 0",
            ZeroWaitConfig::seconds,
            Optional.of(10.0),
            "How long the preparation for one stimulus may take; what would take longer is not begun.",
            false);

    /** The section {@code [adaptive]}. */
    static final ConfigSchema SCHEMA = ConfigSchema.of(CORES, SECONDS);

    static ZeroWaitConfig of(ConfigSection section) {
        return new ZeroWaitConfig(section.get(CORES), Duration.ofMillis(Math.round(section.get(SECONDS) * 1000)));
    }

    private static int cores(String text) {
        int cores = Integer.parseInt(text.trim());
        if (cores < 0 || cores > 1024) {
            throw new IllegalArgumentException("not a number of cores: " + text);
        }
        return cores;
    }

    private static double seconds(String text) {
        double seconds = Double.parseDouble(text.trim());
        if (!(seconds >= 0 && seconds <= 3600)) {
            throw new IllegalArgumentException("not a number of seconds up to an hour: " + text);
        }
        return seconds;
    }
}
