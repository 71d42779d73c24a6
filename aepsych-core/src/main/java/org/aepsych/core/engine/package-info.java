/** One writer per stream: commands in, events out, answered when durable. */
@NullMarked
package org.aepsych.core.engine;

import org.jspecify.annotations.NullMarked;
