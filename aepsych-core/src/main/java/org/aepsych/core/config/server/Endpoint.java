package org.aepsych.core.config.server;

/**
 * Where a door listens.
 *
 * @param host name or address of the interface
 * @param port 1 to 65535, or 0 for any that is free
 */
public record Endpoint(String host, int port) {
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
