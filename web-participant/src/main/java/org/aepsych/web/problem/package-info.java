/** Turning errors into answers. */
@NullMarked
package org.aepsych.web.problem;

import org.jspecify.annotations.NullMarked;
