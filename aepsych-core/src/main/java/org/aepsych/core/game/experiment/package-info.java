/**
 * The game experiments that there are: how they are set up and found, how they stand and how they stood, and the end of
 * their rounds in time.
 */
@NullMarked
package org.aepsych.core.game.experiment;

import org.jspecify.annotations.NullMarked;
