/** Low-discrepancy sequences. */
@NullMarked
package org.aepsych.strategies.sobol;

import org.jspecify.annotations.NullMarked;
