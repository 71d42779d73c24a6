package org.aepsych.examples.system;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a lab puts in front of several servers: passes each new connection to the next server, or to another if that one
 * does not answer.
 */
final class Balancer implements Closeable {
    private final List<URI> servers;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "balancer");
        thread.setDaemon(true);
        return thread;
    });

    Balancer(List<URI> servers) throws IOException {
        this.servers = List.copyOf(servers);
        this.door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
    }

    private void accept() {
        try {
            for (int next = 0; ; next++) {
                Socket client = door.accept();
                open.add(client);
                int first = next;
                threads.execute(() -> connect(client, first));
            }
        } catch (IOException e) {
            // The door has been closed.
        }
    }

    private void connect(Socket client, int first) {
        for (int i = 0; i < servers.size(); i++) {
            URI server = servers.get((first + i) % servers.size());
            try {
                Socket behind = new Socket(server.getHost(), server.getPort());
                open.add(behind);
                threads.execute(() -> pass(behind, client));
                pass(client, behind);
                return;
            } catch (IOException e) {
                // The next one.
            }
        }
        shut(client);
    }

    private void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // One side is gone.
        } finally {
            shut(from);
            shut(to);
        }
    }

    private void shut(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed anyway.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(this::shut);
        threads.shutdownNow();
    }
}
