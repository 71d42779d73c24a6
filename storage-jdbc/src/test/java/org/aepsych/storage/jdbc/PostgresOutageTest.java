package org.aepsych.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.storage.jdbc.CuttingLine.Cut;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of writes when PostgreSQL, or the line to it, goes away in the middle of them. */
class PostgresOutageTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE_THE_COMMIT", "BEFORE_THE_ANSWER"})
    void whateverBecameOfTheCommitTheEventIsThereOnce(Cut cut) throws IOException {
        try (CuttingLine line = new CuttingLine(port());
                Storage storage = open(line.port(), cut.name().toLowerCase(Locale.ROOT))) {
            StreamId stream = storage.streams().open(header("before"), List.of(), List.of());
            List<RecordedEvent> sealed = sealed(2);

            line.cutAtTheNextCommit(cut);
            storage.events().append(new Batch(stream, 0, sealed.subList(0, 1), List.of(), List.of()));
            line.cutAtTheNextCommit(cut);
            StreamId opened = storage.streams().open(header("opened"), sealed, List.of());

            assertThat(line.cuts()).isEqualTo(2);
            assertThat(storage.events().read(stream, 0)).isEqualTo(sealed.subList(0, 1));
            assertThat(storage.events().read(opened, 0)).isEqualTo(sealed);
            assertThat(storage.streams().list()).hasSize(2);
            storage.events().append(new Batch(stream, 1, sealed.subList(1, 2), List.of(), List.of()));
            assertThat(storage.events().read(stream, 0)).isEqualTo(sealed);
        }
    }

    @Test
    void aRestartOfTheDatabaseLosesNothingAndNobodyHasToHelp() throws Exception {
        int port = freePort();
        EmbeddedPostgres first = start(port);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (Storage storage = open(port, "restarted")) {
            StreamId stream = storage.streams().open(header("long"), List.of(), List.of());
            List<RecordedEvent> sealed = sealed(20_000);
            AtomicBoolean restarted = new AtomicBoolean();
            CountDownLatch some = new CountDownLatch(20);
            CountDownLatch more = new CountDownLatch(5);
            Future<Integer> acknowledged = writer.submit(() -> {
                int written = 0;
                while (more.getCount() > 0 && written < sealed.size()) {
                    storage.events()
                            .append(new Batch(
                                    stream, written, sealed.subList(written, written + 1), List.of(), List.of()));
                    written++;
                    some.countDown();
                    if (restarted.get()) {
                        more.countDown();
                    }
                }
                return written;
            });
            assertThat(some.await(180, TimeUnit.SECONDS)).isTrue();

            first.close();
            try (EmbeddedPostgres second = start(port)) {
                assertThat(second.getPort()).isEqualTo(port);
                restarted.set(true);
                int written = acknowledged.get(180, TimeUnit.SECONDS);
                assertThat(storage.events().read(stream, 0)).isEqualTo(sealed.subList(0, written));
            }
        } finally {
            writer.shutdownNow();
            first.close();
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int port() {
        return Integer.parseInt(TestServer.RUNNING.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    /** Commits are sent as text each time, so that the line can see them. */
    private static Storage open(int port, String schema) {
        return new PostgresStorageFactory()
                .open(new TckSection(
                        "storage.postgresql",
                        Map.of(
                                "url", "jdbc:postgresql://127.0.0.1:" + port + "/postgres?prepareThreshold=0",
                                "user", "postgres",
                                "connections", "3",
                                "wait_seconds", "120",
                                "schema", schema)));
    }

    private static StreamHeader header(String id) {
        return new StreamHeader(
                Protocol.GAME,
                new ExperimentId(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<RecordedEvent> sealed(int count) {
        return HashChain.seal(
                0,
                HashChain.GENESIS,
                IntStream.range(0, count)
                        .mapToObj(
                                i -> new NewEvent(NOON.plusMillis(i), "play", 1, "{\"n\":" + i + "}", Optional.empty()))
                        .toList());
    }
}
