package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.SecretToken;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms with files, put together by somebody who means harm. */
class MultipartAttackTest {
    private static final String BOUNDARY = "xXxXx";
    private static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;
    private static final String INVITE = "/admin/games/two/manage/invite";

    /** Longer than anything that is read. */
    private static final int TOO_LONG = 600_000;

    private static final int MOST_ATTEMPTS = 10;

    @TempDir
    static Path folder;

    private static TestServer server;
    private static SecretToken session;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.games().define(TestServer.TWO_GAMES);
        Administrators administrators = server.get(Administrators.class);
        AdministratorLogin owner = administrators.create("owner@example.org", "correct horse");
        session = administrators.open(owner, "test");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void partsThatCannotBeReadAreRefused() throws Exception {
        int before = server.games().list().get(0).participants();
        String token = part("form_token", token());
        Map<String, String> broken = Map.of(
                "too many parts",
                IntStream.range(0, 5_000).mapToObj(i -> part("p" + i, "")).collect(Collectors.joining())
                        + token
                        + end(),
                "no end",
                token + part("addresses", "ann@example.org"),
                "cut within a header",
                token + "--" + BOUNDARY + "\r\nContent-Disposition: form-da",
                "a huge header",
                token + "--" + BOUNDARY + "\r\nX-Long: " + "h".repeat(100_000) + "\r\n\r\n\r\n" + end(),
                "headers without end",
                "--" + BOUNDARY + "\r\n" + "X-Many: y\r\n".repeat(20_000),
                "another boundary",
                "--other\r\n\r\n--other--\r\n",
                "nothing",
                "");
        for (Map.Entry<String, String> one : broken.entrySet()) {
            for (String path : List.of(INVITE, "/e/two", "/admin/login", "/e/two/lab/dologin.json")) {
                HttpResponse<String> answer = post(path, TYPE, BodyPublishers.ofString(one.getValue()));
                assertThat(answer.statusCode())
                        .as("%s, sent to %s", one.getKey(), path)
                        .isBetween(400, 499);
            }
        }
        for (String type :
                List.of("multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a")) {
            HttpResponse<String> answer = post(INVITE, type, BodyPublishers.ofString(token + end()));
            assertThat(answer.statusCode()).as(type).isBetween(400, 499);
        }
        assertThat(server.games().list().get(0).participants()).isEqualTo(before);
    }

    @Test
    void whatIsTooLargeIsNotRead() throws Exception {
        BodyPublisher withoutLength =
                BodyPublishers.fromPublisher(BodyPublishers.ofString(part("form_token", token()) + end()));
        assertThat(post(INVITE, TYPE, withoutLength).statusCode()).isEqualTo(413);
        for (String path : List.of(INVITE, "/e/two", "/")) {
            assertThat(RawRequest.send(server.address(), head(path))).startsWith("HTTP/1.1 413");
        }
    }

    /** Only the head of a request: who must not send the rest is answered without it. */
    private static String head(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TYPE + "\r\nContent-Length: "
                + TOO_LONG + "\r\nConnection: close\r\n\r\n";
    }

    @Test
    void namesOfFilesAreNotHeeded() throws Exception {
        for (String name : List.of(
                "../../escaped.csv", "/tmp/escaped-by-name.csv", "C:\\\\escaped.csv", "..%2fescaped.csv", "<script>")) {
            HttpResponse<String> answer = post(
                    INVITE,
                    TYPE,
                    BodyPublishers.ofString(part("form_token", token())
                            + file("file", name, "somebody" + name.hashCode() + "@example.org")
                            + end()));
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(answer.body())
                    .as(name)
                    .contains("One participant was added.")
                    .doesNotContain(name);
        }
        assertThat(Path.of("/tmp/escaped-by-name.csv")).doesNotExist();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.toString().contains("escaped"));
        }
    }

    private static String token() {
        return server.get(FormTokens.class).forSession(session);
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String file, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    /** Who still sends when the refusal comes may see the connection end before reading it, as TCP has it; then again. */
    private static HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("Content-Type", type)
                .header("Cookie", "aepsych_admin=" + session.text())
                .POST(body)
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            } catch (IOException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
