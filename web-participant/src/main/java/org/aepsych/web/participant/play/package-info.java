/** What participants see and do while an experiment runs: games, waiting, notes, and the result. */
@NullMarked
package org.aepsych.web.participant.play;

import org.jspecify.annotations.NullMarked;
