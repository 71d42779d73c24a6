package org.aepsych.web.adaptive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.message.Conversation;
import org.aepsych.core.message.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for AEPsych clients: accepts connections, cuts what arrives into documents, writes each answer at once. A
 * thread for each client; what messages mean is no concern of it.
 */
public final class TcpDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpDoor.class);
    private static final int MOST_CLIENTS = 1000;
    private static final int LONGEST_DOCUMENT = 8 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final int BACKLOG = 128;
    private static final long CLOSING_SECONDS = 5;

    private final Supplier<? extends Conversation> conversations;
    private final ServerSocket server;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private TcpDoor(Supplier<? extends Conversation> conversations, ServerSocket server) {
        this.conversations = conversations;
        this.server = server;
        this.threads = Executors.newCachedThreadPool(DoorThread::new);
    }

    /** A thread of a door; when such a thread closes the door, it need not wait for itself. */
    private static final class DoorThread extends Thread {
        DoorThread(Runnable work) {
            super(work, "aepsych-client");
            setDaemon(true);
        }
    }

    /**
     * Opens the door.
     *
     * @param conversations begins a conversation for each client
     * @param address where to listen; port 0 takes a free one
     * @return the open door
     * @throws AepsychException {@code CONFIG_INVALID} if the address cannot be used
     */
    public static TcpDoor open(Supplier<? extends Conversation> conversations, InetSocketAddress address) {
        try {
            ServerSocket server = new ServerSocket();
            try {
                server.setReuseAddress(true);
                server.bind(address, BACKLOG);
            } catch (IOException e) {
                server.close();
                throw e;
            }
            TcpDoor door = new TcpDoor(conversations, server);
            door.threads.execute(door::acceptClients);
            return door;
        } catch (IOException e) {
            throw new AepsychException(
                    StandardError.CONFIG_INVALID,
                    "cannot listen for AEPsych clients at " + address.getHostString() + ":" + address.getPort() + ": "
                            + e.getMessage() + "; choose another port or stop the program that uses it",
                    e);
        }
    }

    /**
     * Returns where the door is.
     *
     * @return the address with the port that is really used
     */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void acceptClients() {
        while (!server.isClosed()) {
            try {
                welcome(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("a client could not be accepted: {}", e.getMessage());
                }
            }
        }
    }

    private void welcome(Socket client) {
        if (!places.tryAcquire()) {
            LOG.warn("{} clients are connected already; one more was turned away", MOST_CLIENTS);
            hangUp(client);
            return;
        }
        clients.add(client);
        try {
            threads.execute(() -> serve(client));
        } catch (RuntimeException e) {
            leave(client);
        }
        if (server.isClosed()) {
            hangUp(client);
        }
    }

    private void serve(Socket client) {
        try (Conversation conversation = conversations.get()) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            converse(client, conversation);
        } catch (IOException e) {
            LOG.debug("a client is gone: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("serving a client failed", e);
        } finally {
            leave(client);
        }
    }

    /** The connection is closed before the conversation, so that a client is gone when its conversation is over. */
    private static void converse(Socket client, Conversation conversation) throws IOException {
        try (client;
                InputStream in = client.getInputStream();
                OutputStream out = client.getOutputStream()) {
            Utf8Input input = new Utf8Input();
            JsonFramer framer = new JsonFramer(LONGEST_DOCUMENT);
            byte[] buffer = new byte[BUFFER];
            boolean open = true;
            while (open) {
                int length = in.read(buffer);
                byte[] bytes = length < 0 ? input.end() : input.accept(buffer, length);
                open = answer(framer.accept(bytes, bytes.length), conversation, out) && length >= 0;
                if (length < 0) {
                    answer(framer.end(), conversation, out);
                }
            }
        }
    }

    private static boolean answer(Iterable<Frame> frames, Conversation conversation, OutputStream out)
            throws IOException {
        for (Frame frame : frames) {
            Reply reply = reply(frame, conversation);
            if (!reply.text().isEmpty()) {
                out.write(reply.text().getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            if (reply.closes()) {
                return false;
            }
        }
        return true;
    }

    private static Reply reply(Frame frame, Conversation conversation) {
        if (frame instanceof Frame.Document document) {
            return conversation.handle(document.text());
        } else if (frame instanceof Frame.Garbage garbage) {
            return conversation.refuse(garbage.text(), garbage.reason());
        }
        String reason = ((Frame.TooLong) frame).reason();
        return new Reply(conversation.refuse("", reason).text(), true);
    }

    private void leave(Socket client) {
        hangUp(client);
        if (clients.remove(client)) {
            places.release();
        }
    }

    private static void hangUp(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("a connection was not closed cleanly: {}", e.getMessage());
        }
    }

    /** Closes the door and all connections; may be called twice, also by a conversation that ends. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("the door was not closed cleanly: {}", e.getMessage());
        }
        clients.forEach(TcpDoor::hangUp);
        threads.shutdown();
        if (Thread.currentThread() instanceof DoorThread) {
            return;
        }
        try {
            if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("some clients are still being served after {} seconds", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
