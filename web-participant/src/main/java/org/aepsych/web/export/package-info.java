/** Sends exports to browsers and programs while they are written. */
@NullMarked
package org.aepsych.web.export;

import org.jspecify.annotations.NullMarked;
