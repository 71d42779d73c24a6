package org.aepsych.storage.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A line to a database that can be cut at the moment of a commit: before the database hears of it, or after. */
final class CuttingLine implements AutoCloseable {
    /** When the line is cut. */
    enum Cut {
        NEVER,
        /** The database never hears of the commit. */
        BEFORE_THE_COMMIT,
        /** The database commits, and nobody hears of it. */
        BEFORE_THE_ANSWER
    }

    private static final int BUFFER = 65_536;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NEVER);
    private final AtomicInteger cuts = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();

    CuttingLine(int target) throws IOException {
        this.target = target;
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Cuts once, at the next commit. */
    void cutAtTheNextCommit(Cut when) {
        next.set(when);
    }

    /** Returns how often it was cut. */
    int cuts() {
        return cuts.get();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                synchronized (sockets) {
                    sockets.add(client);
                    sockets.add(server);
                }
                CountDownLatch answered = new CountDownLatch(1);
                AtomicReference<Cut> state = new AtomicReference<>(Cut.NEVER);
                daemon(() -> requests(client, server, state, answered));
                daemon(() -> answers(client, server, state, answered));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void requests(Socket client, Socket server, AtomicReference<Cut> state, CountDownLatch answered) {
        byte[] buffer = new byte[BUFFER];
        try (client;
                server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            int count;
            while ((count = in.read(buffer)) > 0) {
                boolean commit = new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT");
                Cut cut = commit ? next.getAndSet(Cut.NEVER) : Cut.NEVER;
                if (cut == Cut.BEFORE_THE_COMMIT) {
                    cuts.incrementAndGet();
                    return;
                }
                state.set(cut);
                out.write(buffer, 0, count);
                out.flush();
                if (cut == Cut.BEFORE_THE_ANSWER) {
                    boolean unused = answered.await(30, TimeUnit.SECONDS);
                    cuts.incrementAndGet();
                    return;
                }
            }
        } catch (IOException e) {
            // One of the two went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answers(Socket client, Socket server, AtomicReference<Cut> state, CountDownLatch answered) {
        byte[] buffer = new byte[BUFFER];
        try (client;
                server) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            int count;
            while ((count = in.read(buffer)) > 0) {
                if (state.get() == Cut.BEFORE_THE_ANSWER) {
                    answered.countDown();
                    return;
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // One of the two went away.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
