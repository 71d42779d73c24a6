package org.aepsych.web.crash;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** A port that a server can have again after each restart. */
public final class FreePort {
    /** Below those that a machine gives to whoever connects: a client must not sit on the port of a dead server. */
    private static final int LOWEST = 20_000;

    private static final int PORTS = 10_000;

    private FreePort() {}

    /**
     * Finds one.
     *
     * @return a port of this machine that nobody has now
     * @throws IOException if ports cannot be looked at
     */
    public static int find() throws IOException {
        SecureRandom random = new SecureRandom();
        while (true) {
            int port = LOWEST + random.nextInt(PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                continue;
            }
        }
    }
}
