package org.aepsych.api;

/** A stable name of one error; an interface, so that plugins bring enums of their own. */
public interface ErrorCode {
    /**
     * Returns the stable name, in upper-case words joined by underscores.
     *
     * @return a name unique among all codes of the running program
     */
    String name();

    /**
     * Returns who can put the error right.
     *
     * @return the kind
     */
    ErrorKind kind();
}
