/** Drawing charts on the server: as SVG without scripts, with the same numbers as a table. */
@NullMarked
package org.aepsych.web.chart;

import org.jspecify.annotations.NullMarked;
