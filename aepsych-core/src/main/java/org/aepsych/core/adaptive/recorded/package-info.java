/** The sessions that a storage has: their numbers, their trials as tables, and what a new session learns from them. */
@NullMarked
package org.aepsych.core.adaptive.recorded;

import org.jspecify.annotations.NullMarked;
