package org.aepsych.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.storage.jdbc.CommitQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    @TempDir
    private Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicBoolean commitFails = new AtomicBoolean();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private Jdbi jdbi;
    private CommitQueue queue;

    @BeforeEach
    void open() {
        jdbi = Jdbi.create(new SqliteFile(folder.resolve("queue.db"), Duration.ofSeconds(5)).writing());
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE kept (name TEXT UNIQUE)"));
        jdbi.setTransactionHandler(new CountingCommits());
        queue = new CommitQueue("writer", jdbi::open, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        queue.close();
    }

    @Test
    void workThatWaitsTogetherIsCommittedTogether() throws Exception {
        List<Future<Integer>> waiting = runTogether("a", "b", "c", "d");

        for (Future<Integer> each : waiting) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(kept()).containsExactlyInAnyOrder("a", "b", "c", "d");
        // One for the work that let the others wait, and one for all of them.
        assertThat(commits).hasValue(2);
    }

    @Test
    void workThatFailsIsUndoneAloneAndToldItsOwnError() throws Exception {
        List<Future<Integer>> waiting = runTogether("a", "bad", "c");

        assertThat(waiting.get(0).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThatThrownBy(() -> waiting.get(1).get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bad fails");
        assertThat(waiting.get(2).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(kept()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void aFailedCommitFailsItsWorkAndTheNextWorkGoesOn() throws Exception {
        commitFails.set(true);
        List<Future<Integer>> waiting = runTogether("a", "b");

        for (Future<Integer> each : waiting) {
            assertThatThrownBy(() -> each.get(30, TimeUnit.SECONDS)).hasMessageContaining("disk is full");
        }
        commitFails.set(false);
        queue.run(handle -> insert(handle, "later"));

        assertThat(kept()).containsExactly("later");
    }

    @Test
    void workThatIsNotBegunInTimeIsNeverDone() throws Exception {
        CommitQueue impatient = new CommitQueue("impatient", jdbi::open, Duration.ofMillis(20));
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<Boolean> first = callers.submit(() -> impatient.run(handle -> {
            busy.countDown();
            return await(release);
        }));
        assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> impatient.run(handle -> insert(handle, "late")))
                .extracting(AepsychException::code)
                .isEqualTo(StandardError.STORAGE_UNAVAILABLE);
        release.countDown();

        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
        impatient.run(handle -> insert(handle, "next"));
        impatient.close();
        assertThat(kept()).containsExactly("next");
    }

    @Test
    void aClosedQueueRefuses() {
        queue.close();

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> queue.run(handle -> 1))
                .extracting(AepsychException::code)
                .isEqualTo(StandardError.CLOSED);
    }

    /** Lets the writer stand still until all names are queued behind it. */
    private List<Future<Integer>> runTogether(String... names) throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<Boolean> unused = callers.submit(() -> queue.run(handle -> {
            busy.countDown();
            return await(release);
        }));
        assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
        List<Future<Integer>> waiting = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (String name : names) {
            FutureTask<Integer> task = new FutureTask<>(() -> queue.run(handle -> insert(handle, name)));
            Thread thread = new Thread(task, name);
            thread.start();
            threads.add(thread);
            waiting.add(task);
        }
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
                Thread.onSpinWait();
            }
        }
        release.countDown();
        return waiting;
    }

    private List<String> kept() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT name FROM kept").mapTo(String.class).list());
    }

    private static int insert(Handle handle, String name) {
        int inserted = handle.execute("INSERT INTO kept (name) VALUES (?)", name);
        if (name.equals("bad")) {
            throw new IllegalStateException("bad fails after it has written");
        }
        return inserted;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class CountingCommits extends LocalTransactionHandler {
        @Override
        public void commit(Handle handle) {
            if (commitFails.get()) {
                throw new IllegalStateException("disk is full");
            }
            super.commit(handle);
            commits.incrementAndGet();
        }
    }
}
