/** What every request of participants passes: who asks, and what stands around each of their pages. */
@NullMarked
package org.aepsych.web.participant.gate;

import org.jspecify.annotations.NullMarked;
