/** Gaussian-process classification by expectation propagation. */
@NullMarked
package org.aepsych.strategies.gp;

import org.jspecify.annotations.NullMarked;
