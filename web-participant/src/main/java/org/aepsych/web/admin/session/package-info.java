/** One session of an adaptive experiment, watched: trials, steps, and what its model believes. */
@NullMarked
package org.aepsych.web.admin.session;

import org.jspecify.annotations.NullMarked;
