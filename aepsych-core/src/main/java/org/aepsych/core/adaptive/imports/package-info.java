/** Sessions that AEPsych's own server has recorded, on their way into logs. */
@NullMarked
package org.aepsych.core.adaptive.imports;

import org.jspecify.annotations.NullMarked;
