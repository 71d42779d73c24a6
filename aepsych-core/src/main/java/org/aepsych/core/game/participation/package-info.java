/** What participants do in a game experiment: they are invited, register, answer, play, and look at what came of it. */
@NullMarked
package org.aepsych.core.game.participation;

import org.jspecify.annotations.NullMarked;
