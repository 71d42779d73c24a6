/** Whole game experiments on a virtual clock, played by policies: what an experiment will take and cost before it takes place. */
@NullMarked
package org.aepsych.core.game.simulation;

import org.jspecify.annotations.NullMarked;
