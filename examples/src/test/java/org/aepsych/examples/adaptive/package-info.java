/** Adaptive experiments from a client's socket to the database file. */
@NullMarked
package org.aepsych.examples.adaptive;

import org.jspecify.annotations.NullMarked;
