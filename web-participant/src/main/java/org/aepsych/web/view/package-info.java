/** Turning answers into pages and JSON. */
@NullMarked
package org.aepsych.web.view;

import org.jspecify.annotations.NullMarked;
