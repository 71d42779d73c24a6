package org.aepsych.web.main.serve;

import picocli.CommandLine.TypeConversionException;

/**
 * Where to listen, as given on the command line.
 *
 * @param host name or address of the interface
 * @param port 0 for any that is free
 */
record HostAndPort(String host, int port) {
    static HostAndPort parse(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}")) {
            throw new TypeConversionException("expected HOST:PORT such as 127.0.0.1:8080, but found \"" + text + "\"");
        }
        String host = text.substring(0, colon);
        boolean brackets = host.startsWith("[") && host.endsWith("]");
        return new HostAndPort(brackets ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port));
    }
}
