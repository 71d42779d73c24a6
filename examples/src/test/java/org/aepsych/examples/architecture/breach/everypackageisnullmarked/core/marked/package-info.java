/** Marked, as every package should be. */
@NullMarked
package org.aepsych.examples.architecture.breach.everypackageisnullmarked.core.marked;

import org.jspecify.annotations.NullMarked;
