/** What clients say to a session of an adaptive experiment, from the setup on, and what they are answered. */
@NullMarked
package org.aepsych.core.adaptive.message;

import org.jspecify.annotations.NullMarked;
