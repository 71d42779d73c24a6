/** Reads the parameter space that an experiment file declares. */
@NullMarked
package org.aepsych.core.config.space;

import org.jspecify.annotations.NullMarked;
