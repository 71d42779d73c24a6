package org.aepsych.web.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/** How often one address may try a password, or join. Thread-safe. */
@Singleton
public final class Limits {
    private static final Duration NEXT_LOG_IN = Duration.ofSeconds(15);
    private static final Duration NEXT_REGISTRATION = Duration.ofSeconds(1);

    private final RateLimit logIns;
    private final RateLimit registrations;

    /**
     * Prepares the limits.
     *
     * @param settings how often in a row
     * @param clock when again
     */
    @Inject
    public Limits(WebSettings settings, InstantSource clock) {
        this.logIns = new RateLimit(clock, settings.loginFailures(), NEXT_LOG_IN);
        this.registrations = new RateLimit(clock, settings.registrations(), NEXT_REGISTRATION);
    }

    /**
     * Lets somebody try to log in; only failures count. Each attempt is counted before it is made, so that many at once
     * gain nothing.
     *
     * @param address whose
     * @param attempt logs in
     * @param <T> what it returns
     * @return the same
     * @throws TooManyRequestsException if the address has used up its failures
     */
    public <T> T logIn(String address, Supplier<T> attempt) {
        logIns.spend(address);
        try {
            T result = attempt.get();
            logIns.refund(address);
            return result;
        } catch (AepsychException e) {
            if (e.code() != StandardError.LOGIN_REQUIRED) {
                logIns.refund(address);
            }
            throw e;
        }
    }

    /**
     * Counts somebody who joins.
     *
     * @param address whose
     * @throws TooManyRequestsException if too many have joined from the address
     */
    public void register(String address) {
        registrations.spend(address);
    }
}
