package org.aepsych.web.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.core.message.Conversation;
import org.aepsych.core.message.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpDoorTest {
    private final AtomicInteger opened = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final TcpDoor door = TcpDoor.open(Echo::new, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    /** Answers with the document and its number; a document that holds "exit" ends the conversation. */
    private final class Echo implements Conversation {
        private int count;

        Echo() {
            opened.incrementAndGet();
        }

        @Override
        public Reply handle(String json) {
            count++;
            if (json.contains("silent")) {
                return new Reply("", false);
            }
            return new Reply("{\"" + count + "\": " + json + "}", json.contains("exit"));
        }

        @Override
        public Reply refuse(String raw, String reason) {
            return new Reply("{\"refused\": " + raw.length() + "}", false);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @AfterEach
    void close() {
        door.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(door.address(), 5000);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As the Python client does: one read of at most 4096 bytes. */
    private static String receiveOnce(Socket socket) throws IOException {
        byte[] buffer = new byte[4096];
        int length = socket.getInputStream().read(buffer);
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    @Test
    void aRequestWithoutTerminatorIsAnsweredInOnePiece() throws IOException {
        try (Socket client = connect()) {
            String document = "{\"a\": \"" + "x".repeat(4000) + "\"}";
            for (int i = 1; i <= 20; i++) {
                send(client, document);
                assertThat(receiveOnce(client)).isEqualTo("{\"" + i + "\": " + document + "}");
            }
        }
    }

    @Test
    void requestsInOnePieceAreAnsweredInOrder() throws IOException {
        try (Socket client = connect()) {
            send(client, "[1][2]\n\n{\"exit\": 3}[4]");
            String all = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all).isEqualTo("{\"1\": [1]}{\"2\": [2]}{\"3\": {\"exit\": 3}}");
        }
    }

    @Test
    void garbageIsAnsweredAndTheNextRequestServed() throws IOException {
        try (Socket client = connect()) {
            send(client, "hello");
            assertThat(receiveOnce(client)).isEqualTo("{\"refused\": 5}");
            send(client, "[1]");
            assertThat(receiveOnce(client)).isEqualTo("{\"1\": [1]}");
        }
    }

    @Test
    void aRequestMayComeInAnyEncodingOfUnicode() throws IOException {
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16")) {
            try (Socket client = connect()) {
                client.getOutputStream().write("[\"a\"]".getBytes(Charset.forName(charset)));
                assertThat(receiveOnce(client)).as(charset).isEqualTo("{\"1\": [\"a\"]}");
            }
        }
    }

    @Test
    void anEmptyReplyIsNotSent() throws IOException {
        try (Socket client = connect()) {
            send(client, "[\"silent\"][2]");
            assertThat(receiveOnce(client)).isEqualTo("{\"2\": [2]}");
        }
    }

    @Test
    void aConversationEndsWithItsConnection() throws Exception {
        connect().close();
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void manyClientsAreServedAtOnce() {
        List<CompletableFuture<String>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try (Socket client = connect()) {
                        send(client, "[" + i + "]");
                        return receiveOnce(client);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join()).isEqualTo("{\"1\": [" + i + "]}");
        }
        assertThat(opened).hasValue(20);
    }

    @Test
    void closingTheDoorEndsEveryConnection() throws Exception {
        try (Socket client = connect();
                InputStream in = client.getInputStream()) {
            send(client, "[1]");
            receiveOnce(client);
            door.close();
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(in.read()).isEqualTo(-1);
            assertThatExceptionOfType(IOException.class).isThrownBy(this::connect);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> TcpDoor.open(Echo::new, door.address()))
                .withMessageContaining(Integer.toString(door.address().getPort()));
    }
}
