/** What participants are asked before they play: consent, and questions about the rules. */
@NullMarked
package org.aepsych.web.participant.question;

import org.jspecify.annotations.NullMarked;
