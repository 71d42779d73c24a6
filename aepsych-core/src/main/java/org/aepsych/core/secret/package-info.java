/** Secrets at rest: what is kept sealed, and with which keys. */
@NullMarked
package org.aepsych.core.secret;

import org.jspecify.annotations.NullMarked;
