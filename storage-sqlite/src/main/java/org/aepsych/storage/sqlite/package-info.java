/** Storage in one SQLite file, the default: nothing to install, and as durable as the disk. */
@NullMarked
package org.aepsych.storage.sqlite;

import org.jspecify.annotations.NullMarked;
