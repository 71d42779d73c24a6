/** The commands that run a server until it is stopped, and where its log is written. */
@NullMarked
package org.aepsych.web.main.serve;

import org.jspecify.annotations.NullMarked;
