/** Stimuli as points of a cube, and as what models see. */
@NullMarked
package org.aepsych.strategies.space;

import org.jspecify.annotations.NullMarked;
