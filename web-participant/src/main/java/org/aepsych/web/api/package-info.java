/** The JSON interface for programs that take part, and for browsers without cookies. */
@NullMarked
package org.aepsych.web.api;

import org.jspecify.annotations.NullMarked;
