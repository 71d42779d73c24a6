/** Simulated sessions, and yardsticks for what a model believes in them. */
@NullMarked
package org.aepsych.core.adaptive.simulation.study;

import org.jspecify.annotations.NullMarked;
