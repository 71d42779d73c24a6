package org.aepsych.core.config.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the shortcut {@code [storage] url} means.
 *
 * @param type name of the storage
 * @param options options of {@code [storage.TYPE]}
 */
record StorageUrl(String type, Map<String, String> options) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * Reads an address.
     *
     * @param url a JDBC address
     * @return what it means, or empty if it is of no known kind
     */
    static Optional<StorageUrl> of(String url) {
        if (url.startsWith(SQLITE) && url.length() > SQLITE.length()) {
            return Optional.of(new StorageUrl("sqlite", Map.of("path", url.substring(SQLITE.length()))));
        }
        return url.startsWith(POSTGRESQL) ? Optional.of(postgresql(url)) : Optional.empty();
    }

    /** Takes the account out of the address, because addresses appear in logs. */
    private static StorageUrl postgresql(String url) {
        Map<String, String> options = new LinkedHashMap<>();
        int query = url.indexOf('?');
        if (query < 0) {
            return new StorageUrl("postgresql", Map.of("url", url));
        }
        List<String> others = new ArrayList<>();
        for (String parameter : url.substring(query + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (equals > 0 && (name.equals("user") || name.equals("password"))) {
                options.put(name, URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
            } else {
                others.add(parameter);
            }
        }
        options.put("url", url.substring(0, query) + (others.isEmpty() ? "" : "?" + String.join("&", others)));
        return new StorageUrl("postgresql", options);
    }
}
