/** A whole web server over a real database, and a browser without scripts, for tests. */
@NullMarked
package org.aepsych.web.testing;

import org.jspecify.annotations.NullMarked;
