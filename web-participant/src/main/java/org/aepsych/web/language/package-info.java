/** The languages that pages are shown in: which one a visitor reads, and what everything is called in it. */
@NullMarked
package org.aepsych.web.language;

import org.jspecify.annotations.NullMarked;
