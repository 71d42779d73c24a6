/** The benchmark problems of the literature, and the strategies that compete on them. */
@NullMarked
package org.aepsych.web.bench.problem;

import org.jspecify.annotations.NullMarked;
