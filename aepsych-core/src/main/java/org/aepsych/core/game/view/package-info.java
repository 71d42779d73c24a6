/** What experimenters and participants may see of a game experiment, ready to be shown. */
@NullMarked
package org.aepsych.core.game.view;

import org.jspecify.annotations.NullMarked;
