/** What an experimenter fixes about a game experiment before it starts. */
@NullMarked
package org.aepsych.core.game.definition;

import org.jspecify.annotations.NullMarked;
