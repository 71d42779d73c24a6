/** The database files of AEPsych's own server: what is in them, of whatever generation they are. */
@NullMarked
package org.aepsych.core.aepsych;

import org.jspecify.annotations.NullMarked;
