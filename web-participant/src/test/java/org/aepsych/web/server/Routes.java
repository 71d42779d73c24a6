package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.aepsych.web.security.Access;
import org.aepsych.web.testing.TestServer;

/** Everything that a server answers to. */
final class Routes {
    private final TestServer server;

    Routes(TestServer server) {
        this.server = server;
    }

    List<Endpoint> all() {
        return server.get(WebServer.class).endpoints().stream()
                .filter(endpoint -> endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD))
                .toList();
    }

    List<Endpoint> that(Predicate<Endpoint> wanted) {
        return all().stream().filter(wanted).toList();
    }

    /** Returns who may use what; an address that answers every method counts once. */
    Map<String, String> declared() {
        Map<String, Set<String>> methods = new TreeMap<>();
        for (Endpoint endpoint : all()) {
            methods.computeIfAbsent(endpoint.path, path -> new HashSet<>()).add(endpoint.method.name());
        }
        Map<String, String> declared = new TreeMap<>();
        for (Endpoint endpoint : all()) {
            boolean any = methods.getOrDefault(endpoint.path, Set.of()).size() > 4;
            declared.put(
                    (any ? "ANY" : endpoint.method.name()) + " " + endpoint.path,
                    access(endpoint).name().toLowerCase(Locale.ROOT));
        }
        return declared;
    }

    static boolean listens(Endpoint endpoint) {
        return endpoint.path.endsWith("/events");
    }

    static Access access(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        assertThat(roles).as("%s says who may use it", endpoint.path).isNotNull();
        return roles.getRoles().stream()
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(endpoint.path + " does not say who may use it"));
    }

    /** Begins a request to a route, with something plausible for each part of its address. */
    HttpRequest.Builder request(Endpoint endpoint, String experiment, String body) {
        String path = endpoint.path
                .replace("{experiment}", experiment)
                .replace("{participant}", "1")
                .replaceAll("\\{[^}]*}", "99999")
                .replace("*", "x")
                .replaceAll("<[^>]*>", "x");
        return HttpRequest.newBuilder(server.address().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Content-Type",
                        endpoint.path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded")
                .method(
                        endpoint.method.name(),
                        endpoint.method.name().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }
}
