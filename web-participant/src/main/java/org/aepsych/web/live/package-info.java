/** Telling open pages that something has changed. */
@NullMarked
package org.aepsych.web.live;

import org.jspecify.annotations.NullMarked;
