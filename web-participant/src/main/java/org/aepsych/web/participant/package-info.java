/** The pages of participants. */
@NullMarked
package org.aepsych.web.participant;

import org.jspecify.annotations.NullMarked;
