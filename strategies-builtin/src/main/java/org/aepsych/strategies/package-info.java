/** Sampling strategies that come with the program. */
@NullMarked
package org.aepsych.strategies;

import org.jspecify.annotations.NullMarked;
