/** JSON as AEPsych's protocol reads and writes it, in values that cannot change. */
@NullMarked
package org.aepsych.core.json;

import org.jspecify.annotations.NullMarked;
