/** How rows become SQL and come back; public only for the stores next door. */
@NullMarked
package org.aepsych.storage.jdbc.sql;

import org.jspecify.annotations.NullMarked;
