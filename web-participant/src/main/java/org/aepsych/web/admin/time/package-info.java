/** Experiments as they were at any message of their logs, verified and copied from there. */
@NullMarked
package org.aepsych.web.admin.time;

import org.jspecify.annotations.NullMarked;
