package org.aepsych.web.admin.gate;

import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the audit log calls what a form did: by the form's address, with the parts that name something. */
final class Deeds {
    private Deeds() {}

    /** Returns the last fixed words of the route, such as {@code participants disable}. */
    static String action(Context context) {
        String route = context.endpoint().path;
        String words = route.replaceAll("^/admin/?", "")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("/+", " ")
                .strip();
        return words.isEmpty() ? "admin" : words;
    }

    /** Returns the experiment or other thing that the address names. */
    static String subject(Context context) {
        Map<String, String> parts = new TreeMap<>(context.pathParamMap());
        String experiment = parts.remove("experiment");
        String others = parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
        return experiment == null ? others : others.isEmpty() ? experiment : experiment + ", " + others;
    }
}
