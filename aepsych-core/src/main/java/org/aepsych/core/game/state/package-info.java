/** A game experiment as its log tells it, and the result rows that say the same. */
@NullMarked
package org.aepsych.core.game.state;

import org.jspecify.annotations.NullMarked;
