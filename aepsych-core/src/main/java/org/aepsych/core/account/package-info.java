/** Accounts: administrators, participants' sessions, passwords and one-time links. */
@NullMarked
package org.aepsych.core.account;

import org.jspecify.annotations.NullMarked;
