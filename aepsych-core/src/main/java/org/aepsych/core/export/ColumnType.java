package org.aepsych.core.export;

/** What a column of an export holds. */
public enum ColumnType {
    /** Text. */
    TEXT("string"),
    /** A whole number. */
    WHOLE("integer"),
    /** A number. */
    REAL("number"),
    /** Yes or no. */
    FLAG("boolean"),
    /** An instant, to the microsecond, in UTC. */
    TIME("datetime");

    private final String word;

    ColumnType(String word) {
        this.word = word;
    }

    /**
     * Returns the word of the data dictionary.
     *
     * @return such as {@code string}
     */
    public String word() {
        return word;
    }
}
