/** One game experiment, watched and steered: monitor, charts, lottery and definition. */
@NullMarked
package org.aepsych.web.admin.game;

import org.jspecify.annotations.NullMarked;
