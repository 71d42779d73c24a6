/** Running a log again: rebuilding what follows from it, verifying what was decided. */
@NullMarked
package org.aepsych.core.replay;

import org.jspecify.annotations.NullMarked;
