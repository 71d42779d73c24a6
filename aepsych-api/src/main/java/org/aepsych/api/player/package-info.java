/** How simulated participants play: what a participant may see goes in, mixtures come out. */
@NullMarked
package org.aepsych.api.player;

import org.jspecify.annotations.NullMarked;
