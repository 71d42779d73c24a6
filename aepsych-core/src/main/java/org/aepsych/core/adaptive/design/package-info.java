/** What an adaptive experiment's file says: parameters, steps, when they are finished, and whom they learn from. */
@NullMarked
package org.aepsych.core.adaptive.design;

import org.jspecify.annotations.NullMarked;
