package org.aepsych.web.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.aepsych.core.player.PlayerRandom;
import org.aepsych.web.bots.GamelabClient.Answer;
import tools.jackson.databind.JsonNode;

/**
 * A participant with the habits of gamelab's own bot: it registers, logs in again and again until the experiment is started,
 * then loads without any pause, plays every game of a new round, and gives up at the first thing that is not as it expects.
 */
final class GamelabBot {
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int THOUSAND = 1000;

    private final Figures figures;
    private final Runnable registered;
    private final GamelabClient client;
    private final long seed;
    private final int number;
    private final String ident;
    private final List<Matrix> matrices = new ArrayList<>();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private String cookies = "";
    private int seen = -1;

    private record Matrix(int id, int actions) {}

    GamelabBot(Figures figures, Runnable registered, GamelabClient client, long seed, int number) {
        this.figures = figures;
        this.registered = registered;
        this.client = client;
        this.seed = seed;
        this.number = number;
        this.ident = "p" + number + "@foo.com";
    }

    /** Completes with true at the end of the experiment, with false when the bot gave up. */
    CompletableFuture<Boolean> live() {
        then("doautoadd", client.post("doautoadd.json", "ident=" + ident, ""), answer -> {
            JsonNode body = body(answer);
            require(answer.status() == OK && string(body, "ident").equals(ident), answer);
            registered.run();
            logIn(string(body, "password"));
        });
        return end;
    }

    private void logIn(String password) {
        String fields = "ident=" + ident + "&password=" + password;
        then("dologin", client.post("dologin.json", fields, ""), answer -> {
            if (answer.status() == CONFLICT) {
                client.later(() -> logIn(password));
                return;
            }
            require(answer.status() == OK && answer.cookies().contains(";"), answer);
            cookies = answer.cookies();
            load();
        });
    }

    private void load() {
        then("doloadexpr", client.get("doloadexpr.json", cookies), answer -> {
            JsonNode body = body(answer);
            require(answer.status() == OK, answer);
            JsonNode experiment = object(body, "expr");
            JsonNode player = object(body, "player");
            int round = whole(experiment, "round");
            int joined = whole(player, "joined");
            int most = whole(experiment, "prounds");
            if (round >= 0 && matrices.isEmpty()) {
                learn(body, whole(player, "role"));
            }
            require(seen <= round, answer);
            if (round >= 0 && joined >= 0 && (round == whole(experiment, "rounds") || round >= joined + most)) {
                end.complete(true);
            } else if (round >= 0 && joined >= 0 && round > seen) {
                seen = round;
                play(0);
            } else {
                load();
            }
        });
    }

    private void learn(JsonNode body, int role) {
        int size = whole(body, "gamesz");
        for (int i = 0; i < size; i++) {
            JsonNode game = body.required("games").required(i);
            matrices.add(new Matrix(whole(game, "id"), whole(game, role == 0 ? "p1" : "p2")));
        }
    }

    private void play(int index) {
        if (index == matrices.size()) {
            load();
            return;
        }
        Matrix matrix = matrices.get(index);
        long sent = System.nanoTime();
        String fields = "round=" + seen + "&gid=" + matrix.id() + mixture(matrix);
        then("doplay", client.post("doplay.json", fields, cookies), answer -> {
            if (answer.status() == CONFLICT) {
                figures.playedTooLate();
                load();
                return;
            }
            require(answer.status() == OK && answer.body().isEmpty(), answer);
            figures.played(System.nanoTime() - sent);
            play(index + 1);
        });
    }

    private String mixture(Matrix matrix) {
        RandomGenerator random = PlayerRandom.at(seed, number, seen, matrix.id());
        StringBuilder text = new StringBuilder();
        int left = THOUSAND;
        for (int action = 0; action < matrix.actions(); action++) {
            int weight = action == matrix.actions() - 1 ? left : random.nextInt(left + 1);
            left -= weight;
            text.append("&index").append(action).append('=').append(weight).append("/1000");
        }
        return text.toString();
    }

    private void then(String page, CompletableFuture<Answer> asked, Consumer<Answer> next) {
        CompletableFuture<Void> unused = asked.thenAccept(next).exceptionally(failure -> {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            figures.failed(ident + ", " + page + ": " + cause);
            end.complete(false);
            return null;
        });
    }

    private static JsonNode body(Answer answer) {
        return answer.body()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalStateException("status " + answer.status() + " without an object"));
    }

    private static JsonNode object(JsonNode parent, String key) {
        JsonNode child = parent.required(key);
        if (!child.isObject()) {
            throw new IllegalStateException(key + " is no object but " + child);
        }
        return child;
    }

    private static String string(JsonNode parent, String key) {
        JsonNode child = parent.required(key);
        if (!child.isString()) {
            throw new IllegalStateException(key + " is no string but " + child);
        }
        return child.stringValue();
    }

    /** As strict as gamelab's bot, for which 1.0 is no whole number. */
    private static int whole(JsonNode parent, String key) {
        JsonNode child = parent.required(key);
        if (!child.isInt()) {
            throw new IllegalStateException(key + " is no whole number but " + child);
        }
        return child.intValue();
    }

    private static void require(boolean fine, Answer answer) {
        if (!fine) {
            throw new IllegalStateException("unexpected answer " + answer.status() + " "
                    + answer.body().map(Object::toString).orElse("without a body"));
        }
    }
}
