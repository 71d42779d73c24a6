package org.aepsych.core.account;

/**
 * An administrator who is logged in.
 *
 * @param id the account
 * @param email its address
 * @param role what they may do
 */
public record AdministratorLogin(long id, String email, AdminRole role) {
    /** Returns the id only: addresses do not belong in logs. */
    @Override
    public String toString() {
        return "AdministratorLogin[" + id + "]";
    }
}
