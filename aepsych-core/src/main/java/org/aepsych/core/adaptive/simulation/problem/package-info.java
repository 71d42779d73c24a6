/** The benchmark problems of the literature, and the strategies that compete on them. */
@NullMarked
package org.aepsych.core.adaptive.simulation.problem;

import org.jspecify.annotations.NullMarked;
