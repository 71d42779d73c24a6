/** How simulated participants play. */
@NullMarked
package org.aepsych.strategies.player;

import org.jspecify.annotations.NullMarked;
