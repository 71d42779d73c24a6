package org.aepsych.web.admin;

import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.SecretToken;

/**
 * A request of an administrator who is logged in.
 *
 * @param administrator who
 * @param session the session's token
 */
record AdminVisit(AdministratorLogin administrator, SecretToken session) {}
