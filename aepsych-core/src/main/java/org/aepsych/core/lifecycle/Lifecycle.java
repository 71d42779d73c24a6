package org.aepsych.core.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a program that have been started. They are stopped in reverse; if one cannot be started, those before it
 * are stopped at once. Thread-safe.
 */
public final class Lifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean closed;

    private record Part(String name, AutoCloseable stop) {}

    /** A program of which nothing has been started. */
    public Lifecycle() {}

    /**
     * Starts a part that is stopped by closing it.
     *
     * @param name for the log
     * @param start starts it
     * @param <T> the part
     * @return the part
     * @throws AepsychException what starting threw; all parts are stopped then
     */
    public <T extends AutoCloseable> T start(String name, Callable<T> start) {
        return start(name, start, part -> part);
    }

    /**
     * Starts a part.
     *
     * @param name for the log
     * @param start starts it
     * @param stop how it will be stopped
     * @param <T> the part
     * @return the part
     * @throws AepsychException what starting threw; all parts are stopped then. {@code CLOSED} if they had been before
     */
    public synchronized <T> T start(String name, Callable<T> start, Function<T, AutoCloseable> stop) {
        if (closed) {
            throw new AepsychException(StandardError.CLOSED, name + " cannot be started: the program is stopping");
        }
        try {
            T part = start.call();
            parts.push(new Part(name, stop.apply(part)));
            LOG.debug("started {}", name);
            return part;
        } catch (Exception failure) {
            stopAfter(failure);
            if (failure instanceof RuntimeException known) {
                throw known;
            }
            throw new AepsychException(
                    StandardError.INTERNAL_ERROR, name + " could not be started: " + failure.getMessage(), failure);
        }
    }

    private void stopAfter(Exception failure) {
        try {
            close();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    /**
     * Stops everything in reverse; may be called twice. What goes wrong does not keep the other parts from being stopped.
     *
     * @throws AepsychException {@code INTERNAL_ERROR} if a part could not be stopped; further failures are suppressed in
     *     it
     */
    @Override
    public synchronized void close() {
        closed = true;
        AepsychException first = null;
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            try {
                part.stop().close();
                LOG.debug("stopped {}", part.name());
            } catch (Exception e) {
                AepsychException failure =
                        new AepsychException(StandardError.INTERNAL_ERROR, part.name() + " could not be stopped", e);
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
