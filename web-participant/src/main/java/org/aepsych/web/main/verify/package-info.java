/** The commands that compute again what was recorded: draws, payoffs, and whole logs. */
@NullMarked
package org.aepsych.web.main.verify;

import org.jspecify.annotations.NullMarked;
