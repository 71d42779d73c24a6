/** Simulated participants that play game experiments over HTTP, as people's browsers do. */
@NullMarked
package org.aepsych.web.bots;

import org.jspecify.annotations.NullMarked;
