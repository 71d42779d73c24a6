/** Exact rational numbers, which payoffs and mixtures are made of. */
@NullMarked
package org.aepsych.api.number;

import org.jspecify.annotations.NullMarked;
