/** Bimatrix games, roles and mixtures. */
@NullMarked
package org.aepsych.api.game;

import org.jspecify.annotations.NullMarked;
