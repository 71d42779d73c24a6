package org.aepsych.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final RateLimit limit = new RateLimit(now::get, 3, Duration.ofSeconds(10));

    @Test
    void anAddressHasSoManyAttemptsAndThenOneAfterEachWait() {
        spendAll("a");
        assertThatExceptionOfType(TooManyRequestsException.class)
                .isThrownBy(() -> limit.spend("a"))
                .satisfies(refusal -> assertThat(refusal.waitingTime()).isEqualTo(Duration.ofSeconds(10)));

        now.set(Instant.EPOCH.plusSeconds(10));
        limit.spend("a");
        assertThatExceptionOfType(TooManyRequestsException.class).isThrownBy(() -> limit.spend("a"));
    }

    @Test
    void othersAreNotHeldBack() {
        spendAll("a");
        assertThatNoException().isThrownBy(() -> limit.spend("b"));
    }

    @Test
    void whatTurnedOutHarmlessDoesNotCount() {
        for (int i = 0; i < 100; i++) {
            limit.spend("a");
            limit.refund("a");
        }
        spendAll("a");
    }

    @Test
    void attemptsThatWereMissedAreNotSavedUp() {
        now.set(Instant.EPOCH.plusSeconds(1_000_000));
        spendAll("a");
        assertThatExceptionOfType(TooManyRequestsException.class).isThrownBy(() -> limit.spend("a"));
    }

    @Test
    void onlyFailedLogInsCount() {
        Limits limits = new Limits(WebSettings.standard().limited(2, 5), now::get);
        for (int i = 0; i < 10; i++) {
            assertThat(limits.logIn("a", () -> "in")).isEqualTo("in");
        }
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(AepsychException.class)
                    .isThrownBy(() -> limits.logIn("a", () -> {
                        throw new AepsychException(StandardError.LOGIN_REQUIRED, "no");
                    }));
        }
        assertThatExceptionOfType(TooManyRequestsException.class).isThrownBy(() -> limits.logIn("a", () -> "in"));
    }

    private void spendAll(String address) {
        for (int i = 0; i < 3; i++) {
            limit.spend(address);
        }
    }
}
