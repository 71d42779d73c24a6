/** The command line, and how the server is put together, started and stopped. */
@NullMarked
package org.aepsych.web.main;

import org.jspecify.annotations.NullMarked;
