/** Adaptive experiments whose stimuli the server presents in participants' browsers. */
@NullMarked
package org.aepsych.core.adaptive.presented;

import org.jspecify.annotations.NullMarked;
