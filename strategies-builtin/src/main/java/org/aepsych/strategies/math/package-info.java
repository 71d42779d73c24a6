/** Special functions, linear algebra and optimisation on plain arrays, the same bits on every machine. */
@NullMarked
package org.aepsych.strategies.math;

import org.jspecify.annotations.NullMarked;
