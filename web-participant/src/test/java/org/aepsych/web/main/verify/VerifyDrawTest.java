package org.aepsych.web.main.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.web.main.Main;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Anybody can check a lottery from what is published. */
class VerifyDrawTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private record Result(int exitCode, String text) {}

    private static Result verify(String... words) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of("verify-draw"));
        all.addAll(List.of(words));
        PrintWriter printer = new PrintWriter(out, true);
        int exitCode = Main.run(printer, printer, all.toArray(String[]::new));
        return new Result(exitCode, out.toString());
    }

    private static String get(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private static JsonNode post(URI address, String token, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return JsonMapper.shared()
                .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    @Test
    void aDrawThatWasBoundBeforehandIsCheckedByAnybody() throws Exception {
        try (TestServer server = TestServer.start(folder)) {
            ExperimentId id = server.games()
                    .define(TestServer.TWO_GAMES.replace(
                            "lottery = 100 euros", "lottery = Cake\nlottery_draw = committed"));
            URI api = URI.create(server.address() + "/api/experiments/" + id + "/");
            String token = post(api.resolve("participants"), "none", "{\"identifier\": \"a\"}")
                    .required("token")
                    .stringValue();
            JsonNode second = post(api.resolve("participants"), "none", "{\"identifier\": \"b\"}");
            assertThat(second.required("participant").longValue()).isEqualTo(2);
            server.conduct().start(id);
            String commitment = JsonMapper.shared()
                    .readTree(get(api.resolve("draw")))
                    .required("commitment")
                    .stringValue();
            assertThat(verify(api.resolve("draw").toString()).text()).contains("the lottery has not been drawn yet");
            assertThat(post(api.resolve("words"), token, "{\"words\": \"abracadabra\"}")
                            .required("words")
                            .stringValue())
                    .isEqualTo("abracadabra");
            for (int game = 1; game <= 2; game++) {
                for (int player = 1; player <= 2; player++) {
                    server.participation().play(id, new ParticipantId(player), 0, game, List.of("1"));
                }
            }
            server.conduct().end(id);
            assertThat(server.conduct().draw(id, 1, 0)).hasSize(1);

            String published = get(api.resolve("draw"));
            Result good = verify(api.resolve("draw").toString(), "--commitment", commitment);
            assertThat(good.text()).startsWith("good   two: 1 winners of ").contains("words of 1 participants");
            assertThat(good.exitCode()).isZero();
            assertThat(checked(published.replace("abracadabra", "abracadabrb")).text())
                    .contains("the seed does not follow from the secret");
            assertThat(verify(api.resolve("draw").toString(), "--commitment", "0".repeat(64))
                            .text())
                    .contains("not the one that you noted");
            assertThat(checked("{}").exitCode()).isOne();
        }
    }

    private Result checked(String published) throws Exception {
        return verify(Files.writeString(folder.resolve("draw.json"), published).toString());
    }
}
