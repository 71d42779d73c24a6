/** Game experiments: rounds of bimatrix games with exact payoffs, played against the other side's average. */
@NullMarked
package org.aepsych.core.game;

import org.jspecify.annotations.NullMarked;
