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
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.web.main.Main;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Participants can compute again what a round paid them. */
class VerifyPayoffsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private record Result(int exitCode, String text) {}

    private static Result verify(String... words) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of("verify-payoffs"));
        all.addAll(List.of(words));
        PrintWriter printer = new PrintWriter(out, true);
        int exitCode = Main.run(printer, printer, all.toArray(String[]::new));
        return new Result(exitCode, out.toString());
    }

    private Result checked(String round) throws Exception {
        return verify(Files.writeString(folder.resolve("round.json"), round).toString());
    }

    @Test
    void aRoundIsComputedAgainAndAFalsifiedOneIsFoundOut() throws Exception {
        try (TestServer server = TestServer.start(folder)) {
            ExperimentId id = server.games().define(TestServer.TWO_GAMES);
            String token = register(server.address(), id);
            server.participation().register(id, "b", Optional.empty());
            server.conduct().start(id);
            for (int game = 1; game <= 2; game++) {
                server.participation().play(id, new ParticipantId(1), 0, game, List.of("1/3", "2/3"));
                server.participation().play(id, new ParticipantId(2), 0, game, List.of("1/2", "1/2"));
            }
            String address = server.address() + "/api/experiments/" + id + "/me/payoffs/0";

            Result good = verify(address, "--token", token);
            assertThat(good.text())
                    .startsWith("good   two, round 1, participant 1: ")
                    .contains("game 1: ", "the sum of 4 cells");
            assertThat(good.exitCode()).isZero();
            assertThat(verify(address).text()).contains("answers 401");
            String round = HTTP.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            Result wrong = checked(round.replaceFirst("\"own\":\"1/3\"", "\"own\":\"1/4\""));
            assertThat(wrong.text()).startsWith("WRONG");
            assertThat(wrong.exitCode()).isOne();
            assertThat(checked("{}").text()).contains("does not explain a round");
        }
    }

    private static String register(URI server, ExperimentId id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/experiments/" + id + "/participants"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"identifier\": \"a\"}"))
                .build();
        return JsonMapper.shared()
                .readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                .required("token")
                .stringValue();
    }
}
