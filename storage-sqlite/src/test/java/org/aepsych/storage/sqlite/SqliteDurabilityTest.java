package org.aepsych.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDurabilityTest {
    private static final int THREADS = 8;

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsInACopyOfTheFilesOfARunningStorage() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        List<StreamId> streams = new ArrayList<>();
        try (Storage storage = open(folder.resolve("lab.db"))) {
            ExecutorService pool = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<StreamId>> writers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    writers.add(pool.submit(() -> write(storage, 25)));
                }
                for (Future<StreamId> writer : writers) {
                    streams.add(writer.get(60, TimeUnit.SECONDS));
                }
            } finally {
                pool.shutdownNow();
            }
            for (String name : List.of("lab.db", "lab.db-wal")) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
        }

        try (Storage storage = open(copy.resolve("lab.db"))) {
            assertThat(streams)
                    .allSatisfy(stream ->
                            assertThat(storage.events().read(stream, 0)).hasSize(25));
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesTheProcess() throws Exception {
        Path file = folder.resolve("killed.db");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long acknowledged = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            while (acknowledged < 50) {
                acknowledged =
                        Long.parseLong(Optional.ofNullable(out.readLine()).orElseThrow());
            }
            // Through the handle, as the process itself would close the stream that is still to be read.
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            acknowledged = lastLine(out, acknowledged);
        }

        try (Storage storage = open(file)) {
            StreamId stream = storage.streams().list().get(0).id();
            assertThat(storage.events().last(stream)).isGreaterThanOrEqualTo(acknowledged);
            assertThat(storage.events().read(stream, 0))
                    .hasSize(Math.toIntExact(storage.events().last(stream)));
        }
    }

    /** Appends to one stream until it is killed, and prints each event's sequence when it is acknowledged. */
    static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] args) {
            try (Storage storage = open(Path.of(args[0]))) {
                StreamId stream = newStream(storage);
                for (long last = 0; ; last++) {
                    append(storage, stream, last);
                    System.out.println(last + 1);
                }
            }
        }
    }

    private static long lastLine(BufferedReader out, long before) throws IOException {
        long last = before;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            last = line.isEmpty() ? last : Long.parseLong(line);
        }
        return last;
    }

    private static StreamId write(Storage storage, int events) {
        StreamId stream = newStream(storage);
        for (int i = 0; i < events; i++) {
            append(storage, stream, i);
        }
        return stream;
    }

    private static void append(Storage storage, StreamId stream, long last) {
        NewEvent event = new NewEvent(Instant.EPOCH, "tell", 1, "{}", Optional.empty());
        storage.events()
                .append(new Batch(
                        stream, last, HashChain.seal(last, HashChain.GENESIS, List.of(event)), List.of(), List.of()));
    }

    private static StreamId newStream(Storage storage) {
        StreamHeader header = new StreamHeader(
                Protocol.ADAPTIVE,
                new ExperimentId("x"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return storage.streams().open(header, List.of(), List.of());
    }

    private static Storage open(Path file) {
        return new SqliteStorageFactory().open(new TckSection("storage.sqlite", Map.of("path", file.toString())));
    }
}
