package org.aepsych.core.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an administrator may do; each role may do what those before it may. */
public enum AdminRole {
    /** Looks at everything, changes nothing. */
    VIEWER("looks at everything, changes nothing"),
    /** Runs experiments that others have defined. */
    OPERATOR("also runs experiments: start, rounds, participants, lottery"),
    /** Defines experiments. */
    EDITOR("also defines, copies and deletes experiments"),
    /** Decides who else may come in. */
    OWNER("also manages accounts, tokens and settings");

    private final String description;

    AdminRole(String description) {
        this.description = description;
    }

    /**
     * Returns what the role may do.
     *
     * @return for people
     */
    public String description() {
        return description;
    }

    /**
     * Tells whether this role is enough.
     *
     * @param needed what something needs
     * @return whether it is at most this role
     */
    public boolean includes(AdminRole needed) {
        return compareTo(needed) >= 0;
    }

    /**
     * Returns the lesser of two roles.
     *
     * @param other the other
     * @return what both may do
     */
    public AdminRole atMost(AdminRole other) {
        return includes(other) ? other : this;
    }

    /**
     * Returns the name that databases and programs use.
     *
     * @return lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a name.
     *
     * @param key as {@link #key} writes it
     * @return the role, or empty if there is none of that name
     */
    public static Optional<AdminRole> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
