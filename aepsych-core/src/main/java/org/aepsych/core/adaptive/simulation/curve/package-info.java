/** What was learnt after so many trials, as curves and tables: measured, published, and planned. */
@NullMarked
package org.aepsych.core.adaptive.simulation.curve;

import org.jspecify.annotations.NullMarked;
