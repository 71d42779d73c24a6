/** What participants read of the rules and of the lottery, and the words that they add to its draw. */
@NullMarked
package org.aepsych.web.participant.rules;

import org.jspecify.annotations.NullMarked;
