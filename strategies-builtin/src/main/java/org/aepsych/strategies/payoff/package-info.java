/** Payoff rules. */
@NullMarked
package org.aepsych.strategies.payoff;

import org.jspecify.annotations.NullMarked;
