/** What theory predicts for bimatrix games: Nash equilibria and best replies, exact. */
@NullMarked
package org.aepsych.core.game.equilibrium;

import org.jspecify.annotations.NullMarked;
