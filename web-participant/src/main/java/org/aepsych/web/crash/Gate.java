package org.aepsych.web.crash;

import java.time.Duration;

/** Where clients wait before each request while nothing may be sent. Thread-safe. */
public final class Gate {
    private boolean open;
    private int inside;

    /** A request, or another piece of work that takes a server. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T run() throws X, InterruptedException;
    }

    /** Creates a closed gate. */
    public Gate() {}

    /** Waits until the gate is open, and works inside. */
    <T, X extends Exception> T pass(Work<T, X> work) throws X, InterruptedException {
        synchronized (this) {
            while (!open) {
                wait();
            }
            inside++;
        }
        try {
            return work.run();
        } finally {
            synchronized (this) {
                inside--;
                notifyAll();
            }
        }
    }

    /** Lets everybody in. */
    public synchronized void open() {
        open = true;
        notifyAll();
    }

    /**
     * Lets nobody in, and waits until those who are inside have come out.
     *
     * @param longest how long to wait at most
     * @return how many are still inside
     * @throws InterruptedException if the waiting is interrupted
     */
    public synchronized int close(Duration longest) throws InterruptedException {
        open = false;
        long deadline = System.nanoTime() + longest.toNanos();
        for (long left = longest.toMillis();
                inside > 0 && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return inside;
    }
}
