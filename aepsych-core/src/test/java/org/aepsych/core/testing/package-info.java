/** What tests of several packages share. */
@NullMarked
package org.aepsych.core.testing;

import org.jspecify.annotations.NullMarked;
