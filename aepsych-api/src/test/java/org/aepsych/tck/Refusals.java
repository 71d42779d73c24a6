package org.aepsych.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a storage says no. */
final class Refusals {
    private Refusals() {}

    /** Tells whether something was done, or refused for the expected reason; any other error is thrown. */
    static boolean attempt(ErrorCode expected, Runnable action) {
        try {
            action.run();
            return true;
        } catch (AepsychException e) {
            if (e.code() != expected) {
                throw e;
            }
            return false;
        }
    }

    static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(call)
                .extracting(AepsychException::code)
                .isEqualTo(code);
    }

    static void keepsSecrets(Throwable refusal) {
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("AepsychException").doesNotContain("secret@", "argon2id");
    }
}
