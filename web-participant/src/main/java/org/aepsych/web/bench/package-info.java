/** Strategies measured with simulated observers: benchmark problems, learning curves, and plans for experiments. */
@NullMarked
package org.aepsych.web.bench;

import org.jspecify.annotations.NullMarked;
