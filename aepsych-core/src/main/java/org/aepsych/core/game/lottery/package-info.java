/** Tickets and winners: the final tally and the draw that anybody can repeat. */
@NullMarked
package org.aepsych.core.game.lottery;

import org.jspecify.annotations.NullMarked;
