/** Errors shared by every module; the sub-packages hold the values and contracts of one feature each. */
@NullMarked
package org.aepsych.api;

import org.jspecify.annotations.NullMarked;
