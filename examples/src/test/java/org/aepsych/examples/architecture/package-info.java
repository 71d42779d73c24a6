/** The walls of the house, and for each of them breaches that must be caught. */
@NullMarked
package org.aepsych.examples.architecture;

import org.jspecify.annotations.NullMarked;
