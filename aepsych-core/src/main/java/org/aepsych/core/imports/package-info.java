/** Taking over what other programs have recorded: what kind of database a file is, and what came of it. */
@NullMarked
package org.aepsych.core.imports;

import org.jspecify.annotations.NullMarked;
