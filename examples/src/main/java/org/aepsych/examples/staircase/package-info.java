/** A lab's plugin, whole: a staircase that experiment files call lab-staircase. */
@NullMarked
package org.aepsych.examples.staircase;

import org.jspecify.annotations.NullMarked;
