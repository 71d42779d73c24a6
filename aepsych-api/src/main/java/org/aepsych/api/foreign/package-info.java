/** Databases of other programs, opened to take over what is in them. */
@NullMarked
package org.aepsych.api.foreign;

import org.jspecify.annotations.NullMarked;
