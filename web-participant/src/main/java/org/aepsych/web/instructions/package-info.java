/** What participants read before they play: built-in texts, the experimenter's own words, and what makes them safe. */
@NullMarked
package org.aepsych.web.instructions;

import org.jspecify.annotations.NullMarked;
