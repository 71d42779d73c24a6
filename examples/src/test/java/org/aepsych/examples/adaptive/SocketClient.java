package org.aepsych.examples.adaptive;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;

/** A client with the habits of AEPsych's own: no terminator, and one read of at most 4096 bytes for each answer. */
final class SocketClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 120_000;

    private final Socket socket = new Socket();

    SocketClient(InetSocketAddress address) throws IOException {
        socket.connect(address, TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    Json.Obj say(Json.Obj request) throws IOException {
        socket.getOutputStream().write(request.text().getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[4096];
        int length = socket.getInputStream().read(buffer);
        return (Json.Obj) new JsonReader().read(new String(buffer, 0, length, StandardCharsets.UTF_8));
    }

    Json.Obj setup(Path file) throws IOException {
        return setup(Files.readString(file));
    }

    Json.Obj setup(String config) throws IOException {
        return say(setupRequest(config));
    }

    static Json.Obj setupRequest(String config) {
        return request("setup", Json.Obj.empty().with("config_str", Json.of(config)));
    }

    Json.Obj ask() throws IOException {
        return say(request("ask", Json.Obj.empty().with("num_points", Json.of(1))));
    }

    Json.Obj tell(Json config, int outcome) throws IOException {
        return say(request("tell", Json.Obj.empty().with("config", config).with("outcome", Json.of(outcome))));
    }

    private static Json.Obj request(String type, Json.Obj message) {
        return Json.Obj.empty().with("type", Json.of(type)).with("message", message);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
