/** Finds plugins on the class path and in the plugin folder, checks them, and makes them known to the program. */
@NullMarked
package org.aepsych.core.discovery;

import org.jspecify.annotations.NullMarked;
