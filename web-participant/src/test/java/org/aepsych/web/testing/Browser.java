package org.aepsych.web.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without scripts: keeps cookies, follows redirects by hand, and sends the forms of the page it shows. */
public final class Browser {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form_token\" value=\"([0-9a-f]{64})\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI server;
    private final Map<String, String> headers;
    private String page = "";

    /**
     * Opens a browser without cookies.
     *
     * @param server address without slash at the end
     */
    public Browser(URI server) {
        this(server, Map.of());
    }

    /**
     * Opens a browser behind a proxy.
     *
     * @param server address without slash at the end
     * @param headers what the proxy adds to every request
     */
    public Browser(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = Map.copyOf(headers);
    }

    /**
     * Opens a page, following redirects.
     *
     * @param path of the page
     * @return the answer
     */
    public HttpResponse<String> open(String path) {
        return follow(send(request(server.resolve(path)).GET().build()));
    }

    /**
     * Keeps a cookie that somebody else has chosen.
     *
     * @param name of the cookie
     * @param value anything
     * @param path where it is sent to
     */
    public void plant(String name, String value, String path) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath(path);
        cookie.setDomain(server.getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().add(server, cookie);
    }

    /**
     * Returns the cookies that would be sent.
     *
     * @param path to an address
     * @param name of the cookie
     * @return their values; several if there are cookies of one name for a folder and the folders in it
     */
    public List<String> cookies(String path, String name) {
        return cookies.getCookieStore().get(server.resolve(path)).stream()
                .filter(cookie -> cookie.getName().equals(name) && path.startsWith(cookie.getPath()))
                .map(HttpCookie::getValue)
                .toList();
    }

    /**
     * Listens to server-sent events; returns once the server listens, too.
     *
     * @param path of the events
     * @return what comes: the name of an event, a blank, its data
     */
    public BlockingQueue<String> listen(String path) {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        CountDownLatch listening = new CountDownLatch(1);
        HttpRequest request = request(server.resolve(path.replace("&amp;", "&")))
                .header("Accept", "text/event-stream")
                .build();
        CompletableFuture<Void> unused = client.sendAsync(request, BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> {
                    String name = "";
                    try (Stream<String> lines = answer.body()) {
                        for (String line : (Iterable<String>) lines::iterator) {
                            if (line.startsWith(":")) {
                                listening.countDown();
                            } else if (line.startsWith("event:")) {
                                name = line.substring("event:".length()).strip();
                            } else if (line.startsWith("data:")) {
                                events.add(name + " "
                                        + line.substring("data:".length()).strip());
                            }
                        }
                    }
                });
        try {
            if (!listening.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not listen at " + path);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return events;
    }

    /**
     * Returns the page that is shown.
     *
     * @return HTML text
     */
    public String page() {
        return page;
    }

    /**
     * Goes back to a page that was shown before, as the browser kept it.
     *
     * @param earlier HTML text
     */
    public void show(String earlier) {
        page = earlier;
    }

    /**
     * Sends a form with the token of the page that is shown, following redirects.
     *
     * @param path where to
     * @param fields in turn a name and a value
     * @return the answer
     */
    public HttpResponse<String> submit(String path, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        Matcher token = FORM_TOKEN.matcher(page);
        if (token.find()) {
            form.put("form_token", token.group(1));
        }
        for (int i = 0; i < fields.length; i += 2) {
            // Whatever was entered, browsers send line ends as two characters.
            form.put(fields[i], fields[i + 1].replaceAll("\r?\n", "\r\n"));
        }
        return follow(post(path, form));
    }

    /**
     * Sends a form as it is, without token, and does not follow redirects.
     *
     * @param path where to
     * @param form names and values
     * @return the answer
     */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        while (last.statusCode() == 303) {
            String next = last.headers().firstValue("Location").orElseThrow();
            last = send(request(last.uri().resolve(next)).GET().build());
        }
        page = last.body();
        return last;
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address);
        headers.forEach(builder::header);
        return builder;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
