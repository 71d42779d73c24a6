/** Parameters, their ranges, and stimuli as points of that space. */
@NullMarked
package org.aepsych.api.space;

import org.jspecify.annotations.NullMarked;
