package org.aepsych.web.admin.gate;

import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.SecretToken;

/**
 * A request of an administrator who is logged in.
 *
 * @param administrator who
 * @param session the session's token
 */
public record AdminVisit(AdministratorLogin administrator, SecretToken session) {}
