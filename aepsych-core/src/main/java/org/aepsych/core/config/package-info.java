/** Experiment files: their dialect, interpolation, and what is wrong with them. */
@NullMarked
package org.aepsych.core.config;

import org.jspecify.annotations.NullMarked;
