/** How participants come in, by name or by a link, come back, and leave. */
@NullMarked
package org.aepsych.web.participant.entrance;

import org.jspecify.annotations.NullMarked;
