/** Exact numbers, and the contract of a payoff rule. */
@NullMarked
package org.aepsych.api.payoff;

import org.jspecify.annotations.NullMarked;
