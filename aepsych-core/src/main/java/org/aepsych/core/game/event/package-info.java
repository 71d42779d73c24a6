/** What happens in a game experiment, as facts and as text. */
@NullMarked
package org.aepsych.core.game.event;

import org.jspecify.annotations.NullMarked;
