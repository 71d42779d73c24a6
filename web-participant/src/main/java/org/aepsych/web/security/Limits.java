package org.aepsych.web.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Lock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Map<String, Integer> pending = new HashMap<>();

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
     * gain nothing; who finds that the others at the same address, such as a class behind one router, are still being
     * looked at waits until it is known whether they failed.
     *
     * @param address whose
     * @param attempt logs in
     * @param <T> what it returns
     * @return the same
     * @throws TooManyRequestsException if the address has used up its failures
     */
    public <T> T logIn(String address, Supplier<T> attempt) {
        begin(address);
        boolean failed = false;
        try {
            return attempt.get();
        } catch (AepsychException e) {
            failed = e.code() == StandardError.LOGIN_REQUIRED;
            throw e;
        } finally {
            end(address, failed);
        }
    }

    private void begin(String address) {
        lock.lock();
        try {
            while (!admitted(address)) {
                ended.awaitUninterruptibly();
            }
            pending.merge(address, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    private boolean admitted(String address) {
        try {
            logIns.spend(address);
            return true;
        } catch (TooManyRequestsException e) {
            if (!pending.containsKey(address)) {
                throw e;
            }
            return false;
        }
    }

    private void end(String address, boolean failed) {
        lock.lock();
        try {
            if (!failed) {
                logIns.refund(address);
            }
            pending.computeIfPresent(address, (key, attempts) -> attempts == 1 ? null : attempts - 1);
            ended.signalAll();
        } finally {
            lock.unlock();
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
