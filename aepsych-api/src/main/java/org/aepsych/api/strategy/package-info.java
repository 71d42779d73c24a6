/** The contract of a sampling strategy: what to present next, given what was answered so far. */
@NullMarked
package org.aepsych.api.strategy;

import org.jspecify.annotations.NullMarked;
