package org.aepsych.web.gamelab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends requests as gamelab's bot does: HTTP/1.1, forms as they are, cookies in one header as they are. */
final class Exchange {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    /**
     * Takes the place to ask.
     *
     * @param base an experiment's address for gamelab's programs, without slash at the end
     */
    Exchange(URI base) {
        this.base = base;
    }

    HttpResponse<String> get(String page, String... headers) {
        return send(request(page, headers).GET());
    }

    HttpResponse<String> post(String page, String form, String... headers) {
        return send(request(page, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> method(String method, String page, String... headers) {
        return send(request(page, headers).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String page, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/" + page));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<byte[]> bytes(String page, String... headers) {
        return send(request(page, headers).GET(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    /** Returns the cookie header of whoever got this answer, written as gamelab's bot writes it: without a blank. */
    static String cookies(HttpResponse<String> loggedIn) {
        return "sessid=" + cookie(loggedIn, "sessid") + ";sesscookie=" + cookie(loggedIn, "sesscookie");
    }

    static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no cookie " + name + " in " + answer));
    }
}
