/** The contract of a payoff rule: what was played goes in, exact amounts come out. */
@NullMarked
package org.aepsych.api.payoff;

import org.jspecify.annotations.NullMarked;
