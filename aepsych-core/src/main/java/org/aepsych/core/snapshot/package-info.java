/** Encoded states of streams: a cache that may be lost. */
@NullMarked
package org.aepsych.core.snapshot;

import org.jspecify.annotations.NullMarked;
