package org.aepsych.web.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests byte for byte, such as no HTTP client would send. */
final class RawRequest {
    private static final int MILLIS_TO_ANSWER = 10_000;
    private static final int MOST = 2_000_000;

    private RawRequest() {}

    /** Sends a request that asks to close the connection, and returns the whole answer. */
    static String send(URI server, String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(MILLIS_TO_ANSWER);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** Returns the lines of an answer before its body. */
    static String headers(String answer) {
        return answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));
    }
}
