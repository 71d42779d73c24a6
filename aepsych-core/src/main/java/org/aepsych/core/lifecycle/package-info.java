/** How the parts of the program are put together, and stopped in the right order. */
@NullMarked
package org.aepsych.core.lifecycle;

import org.jspecify.annotations.NullMarked;
