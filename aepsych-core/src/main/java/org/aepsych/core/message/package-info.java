/** What a client's message means: JSON in, a command to an experiment, JSON out. */
@NullMarked
package org.aepsych.core.message;

import org.jspecify.annotations.NullMarked;
