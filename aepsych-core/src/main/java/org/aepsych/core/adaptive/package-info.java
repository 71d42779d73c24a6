/** Adaptive experiments: setup, ask and tell as a fold of recorded events. */
@NullMarked
package org.aepsych.core.adaptive;

import org.jspecify.annotations.NullMarked;
