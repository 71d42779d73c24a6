/** The HTTP server: which address it listens on, and which handler answers which route. */
@NullMarked
package org.aepsych.web.server;

import org.jspecify.annotations.NullMarked;
