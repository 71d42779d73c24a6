/** Whole databases: what is in one, copied to another. */
@NullMarked
package org.aepsych.core.database;

import org.jspecify.annotations.NullMarked;
