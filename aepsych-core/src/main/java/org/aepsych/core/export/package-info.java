/** Experiments as tidy tables for analysts: {@link org.aepsych.core.export.Exports} writes them. */
@NullMarked
package org.aepsych.core.export;

import org.jspecify.annotations.NullMarked;
