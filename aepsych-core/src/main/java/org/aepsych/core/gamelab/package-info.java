/** Taking over the databases of gamelab: its experiment becomes a log, and its sums are done again. */
@NullMarked
package org.aepsych.core.gamelab;

import org.jspecify.annotations.NullMarked;
