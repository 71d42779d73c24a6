package org.aepsych.web.main.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.web.main.console.ExperimentText;

/** Something published, in a file or at an address. */
final class PublishedText {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int OK = 200;

    private PublishedText() {}

    /**
     * Reads it.
     *
     * @param source a file, or an address beginning with http:// or https://
     * @param token of somebody who may read it, if not everybody may
     */
    static String read(String source, Optional<String> token) throws IOException, InterruptedException {
        boolean web = source.startsWith("http://") || source.startsWith("https://");
        return web ? fetch(URI.create(source), token) : ExperimentText.read(Path.of(source));
    }

    private static String fetch(URI address, Optional<String> token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LONGEST);
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, address + " answers " + answer.statusCode() + ", expected " + OK);
        }
        return answer.body();
    }
}
