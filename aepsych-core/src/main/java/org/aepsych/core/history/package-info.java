/** Looking at logs: what was recorded when, for any kind of experiment. */
@NullMarked
package org.aepsych.core.history;

import org.jspecify.annotations.NullMarked;
