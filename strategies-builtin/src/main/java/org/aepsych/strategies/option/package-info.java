/** Options with ranges, and names that resolve with a hint. */
@NullMarked
package org.aepsych.strategies.option;

import org.jspecify.annotations.NullMarked;
