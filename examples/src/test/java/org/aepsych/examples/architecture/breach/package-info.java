/**
 * For each wall a small house, in a package of the wall's name. Classes named {@code ...Breach} break the wall and
 * must be caught, classes named {@code Allowed...} do nearly the same and must not.
 */
@NullMarked
package org.aepsych.examples.architecture.breach;

import org.jspecify.annotations.NullMarked;
