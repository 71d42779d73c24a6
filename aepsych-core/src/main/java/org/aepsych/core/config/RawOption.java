package org.aepsych.core.config;

import java.util.Optional;

/**
 * An option as written, before interpolation.
 *
 * @param text what stands after the delimiter; empty for an option without value
 * @param line 1-based line of the option's name, where there is a text that it comes from
 */
record RawOption(Optional<String> text, Optional<Integer> line) {}
