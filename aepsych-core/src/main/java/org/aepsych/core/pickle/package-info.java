/** Data out of Python pickles, without ever looking up a class or calling anything. */
@NullMarked
package org.aepsych.core.pickle;

import org.jspecify.annotations.NullMarked;
