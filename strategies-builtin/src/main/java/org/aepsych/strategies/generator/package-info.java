/** Strategies that generate presentations, and their factories. */
@NullMarked
package org.aepsych.strategies.generator;

import org.jspecify.annotations.NullMarked;
