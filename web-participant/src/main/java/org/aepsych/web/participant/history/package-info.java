/** What participants have played, and why each round paid what it paid. */
@NullMarked
package org.aepsych.web.participant.history;

import org.jspecify.annotations.NullMarked;
