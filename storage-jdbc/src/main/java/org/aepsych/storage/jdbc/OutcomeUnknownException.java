package org.aepsych.storage.jdbc;

import java.util.function.BooleanSupplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/** The database went away during a commit: whether it took place is not known until somebody looks. */
final class OutcomeUnknownException extends AepsychException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LOOKS = 5;

    OutcomeUnknownException(Throwable cause) {
        super(
                StandardError.STORAGE_UNAVAILABLE,
                "PostgreSQL went away while it wrote; look whether it was recorded before you try again.",
                cause);
    }

    /**
     * Writes once and only once.
     *
     * @param write writes; fails without a trace, or with this exception
     * @param isThere looks whether what it writes is there
     */
    static void settle(Runnable write, BooleanSupplier isThere) {
        for (int looks = 1; ; looks++) {
            try {
                write.run();
                return;
            } catch (OutcomeUnknownException e) {
                if (isThere.getAsBoolean()) {
                    return;
                }
                if (looks == MOST_LOOKS) {
                    throw e;
                }
            }
        }
    }
}
