/** Storage in SQL databases: the stores, group commit, migrations, and PostgreSQL. */
@NullMarked
package org.aepsych.storage.jdbc;

import org.jspecify.annotations.NullMarked;
