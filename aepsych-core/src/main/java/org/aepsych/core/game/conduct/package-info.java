/** What an experimenter does in a game experiment, from the start to the lottery and to a new beginning. */
@NullMarked
package org.aepsych.core.game.conduct;

import org.jspecify.annotations.NullMarked;
