package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send what no client should, at full speed, beside one that works. */
class HostileClientsTest {
    private static final int REQUESTS = 100_000;
    /** So many that what is durable shares the waiting for the disk. */
    private static final int CLIENTS = 16;

    private static final long MEGABYTE = 1024L * 1024;
    /** Quick to ask and without a model, so that the time goes into reading what is sent. */
    private static final String FILE = """
            [common]
            parnames = [contrast, size]
            outcome_types = [binary]
            strategy_names = [spread]
            lb = [0, 0]
            ub = [1, 4]
            [spread]
            generator = SobolGenerator
            run_indefinitely = True
            """;

    private static final String LAST = "{\"type\": \"the last one\"}";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aHundredThousandStrangeRequestsHarmNobody() throws Exception {
        try (AdaptiveServer server = new AdaptiveServer(folder.resolve("fuzz.db"));
                SocketClient honest = new SocketClient(server.address())) {
            honest.setup(FILE);
            trial(honest);
            long before = usedMemory();

            List<CompletableFuture<Long>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> storm(server, i), threads))
                    .toList();
            long answered = clients.stream().mapToLong(CompletableFuture::join).sum();

            assertThat(answered).isGreaterThan(REQUESTS * 50L);
            trial(honest);
            assertThat(usedMemory() - before).isLessThan(150 * MEGABYTE);
            try (SocketClient fresh = new SocketClient(server.address())) {
                fresh.setup(FILE);
                trial(fresh);
            }
            for (AdaptiveView.Summary session : server.experiments().list()) {
                StreamId stream = session.stream();
                assertThat(server.replay().verify(stream).problem()).isEmpty();
                assertThat(server.replay().rebuild(stream).identical()).isTrue();
            }
        }
    }

    /**
     * Every other one has an experiment of its own. Sends without waiting, reads beside it, and returns how much was
     * answered when the last request was, too.
     */
    private long storm(AdaptiveServer server, int number) {
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(120_000);
            CompletableFuture<Long> answers = CompletableFuture.supplyAsync(() -> readToTheLast(socket), threads);
            StrangeRequests requests = new StrangeRequests(2026 + number);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            if (number % 2 == 0) {
                out.write(SocketClient.setupRequest(FILE).text().getBytes(StandardCharsets.UTF_8));
            } else {
                // The first bytes say how a connection is encoded: after strange ones, nothing need be a request.
                out.write("{}\n".getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < REQUESTS / CLIENTS; i++) {
                out.write(requests.next());
            }
            String end = "\n}\n";
            while (true) {
                out.write((end + LAST + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                try {
                    return answers.get(2, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    // What was sent may have ended within a text, which only a quotation mark ends.
                    end = end.startsWith("\"") ? "\n}\n" : "\"\n}\n";
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long readToTheLast(Socket socket) {
        String end = "unknown type: the last one";
        long count = 0;
        String tail = "";
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = socket.getInputStream();
            while (!tail.contains(end)) {
                int length = in.read(buffer);
                if (length < 0) {
                    throw new IllegalStateException("the server hung up after " + count + " bytes: " + tail);
                }
                count += length;
                String piece = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                tail = tail.substring(Math.max(0, tail.length() - end.length())) + piece;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void trial(SocketClient client) throws IOException {
        Json config = client.ask().find("config").orElseThrow();
        assertThat(client.tell(config, 1).text()).startsWith("{\"trials_recorded\": 1");
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
