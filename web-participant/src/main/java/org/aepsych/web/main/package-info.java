/** The command line as a whole; each family of commands has a package of its own. */
@NullMarked
package org.aepsych.web.main;

import org.jspecify.annotations.NullMarked;
