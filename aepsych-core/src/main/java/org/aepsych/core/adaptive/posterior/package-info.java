/** What the model of a session believes, over a line or a plane through the space of its stimuli. */
@NullMarked
package org.aepsych.core.adaptive.posterior;

import org.jspecify.annotations.NullMarked;
