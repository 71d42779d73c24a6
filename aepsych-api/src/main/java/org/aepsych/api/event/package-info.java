/** Facts as they are logged, and the hash chain that makes tampering evident. */
@NullMarked
package org.aepsych.api.event;

import org.jspecify.annotations.NullMarked;
