/** Simulated sessions, and yardsticks for what a model believes in them. */
@NullMarked
package org.aepsych.web.bench.study;

import org.jspecify.annotations.NullMarked;
