package org.aepsych.core.pickle;

/** Why a pickle gives no data. */
public final class PickleException extends RuntimeException {
    private final boolean hostile;

    private PickleException(String sentence, boolean hostile) {
        super(sentence);
        this.hostile = hostile;
    }

    static PickleException unreadable(String sentence) {
        return new PickleException(sentence, false);
    }

    static PickleException hostile(String sentence) {
        return new PickleException(sentence, true);
    }

    /**
     * Tells whether the pickle is more than damaged: in Python, loading it would have used a class or called a function
     * that plain data does not need.
     *
     * @return true if the whole file that it is in should not be trusted
     */
    public boolean hostile() {
        return hostile;
    }

    /**
     * Returns what is wrong.
     *
     * @return a sentence
     */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
