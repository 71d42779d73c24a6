package org.aepsych.examples.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The routes of the server, from the table that says who may use which. */
final class AccessTable {
    private static final Path FILE = Path.of(
            "..", "web-participant", "src", "test", "resources", "org", "aepsych", "web", "server", "access.txt");
    private static final Pattern PART = Pattern.compile("\\{[^}]*}");
    private static final Pattern REST = Pattern.compile("<[^>]*>");

    private final List<String> shown;

    private AccessTable(List<String> shown) {
        this.shown = List.copyOf(shown);
    }

    static AccessTable read() throws IOException {
        return new AccessTable(Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 3 && (words[1].equals("GET") || words[1].equals("ANY")))
                .map(words -> words[2])
                .toList());
    }

    /** Returns the routes that can be looked at, such as {@code /e/{experiment}/play}. */
    List<String> shown() {
        return shown;
    }

    /** Returns the route of an address: of those that fit, the one that leaves least open. */
    Optional<String> routeOf(String address) {
        String path = address.replaceAll("[?#].*", "");
        return shown.stream()
                .filter(route -> path.matches(
                        REST.matcher(PART.matcher(route).replaceAll("[^/]+")).replaceAll(".+")))
                .min(Comparator.comparingLong(
                        route -> PART.matcher(route).results().count()
                                + REST.matcher(route).results().count()));
    }
}
