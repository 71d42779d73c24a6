/** What happens in a session of an adaptive experiment, as facts and as text, and what the requests among them tell. */
@NullMarked
package org.aepsych.core.adaptive.event;

import org.jspecify.annotations.NullMarked;
