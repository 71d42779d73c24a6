/** What a storage must keep: the log, snapshots, personal records, accounts, and (as a capability) result tables. */
@NullMarked
package org.aepsych.api.storage;

import org.jspecify.annotations.NullMarked;
