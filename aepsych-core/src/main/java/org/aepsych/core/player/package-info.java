/** Policies of simulated participants as files and the command line choose them. */
@NullMarked
package org.aepsych.core.player;

import org.jspecify.annotations.NullMarked;
