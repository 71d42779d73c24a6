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
        int query = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        List<String> others = new ArrayList<>();
        for (String parameter : url.substring(Math.min(query + 1, url.length())).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (equals > 0 && (name.equals("user") || name.equals("password"))) {
                options.put(name, decoded(parameter.substring(equals + 1)));
            } else {
                others.add(parameter);
            }
        }
        others.removeIf(String::isEmpty);
        String place = withoutAccount(url.substring(0, query), options);
        options.put("url", place + (others.isEmpty() ? "" : "?" + String.join("&", others)));
        return new StorageUrl("postgresql", options);
    }

    /** Reads {@code //user:password@host}, as addresses of other programs have it. */
    private static String withoutAccount(String place, Map<String, String> options) {
        int begin = place.indexOf("//") + 2;
        int at = place.lastIndexOf('@');
        if (begin < 2 || at < begin) {
            return place;
        }
        String[] account = place.substring(begin, at).split(":", 2);
        options.putIfAbsent("user", decoded(account[0]));
        if (account.length == 2) {
            options.putIfAbsent("password", decoded(account[1]));
        }
        return place.substring(0, begin) + place.substring(at + 1);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
