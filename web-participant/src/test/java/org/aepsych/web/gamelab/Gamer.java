package org.aepsych.web.gamelab;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A participant with the habits of gamelab's own bot: strict about types, intolerant of anything but JSON in any body,
 * never encoding what it sends. Each step is one request; whatever the bot would give up at is an exception.
 */
final class Gamer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int THOUSAND = 1000;

    private final Exchange exchange;
    private final String ident;
    private final RandomGenerator random;
    private String password = "";
    private String cookies = "";
    private Next next = Next.REGISTER;
    private final List<Matrix> matrices = new ArrayList<>();
    private int seen = -1;
    private int game;
    private int plays;
    private int refused;
    private int joined = -1;

    private enum Next {
        REGISTER,
        LOG_IN,
        LOAD,
        PLAY,
        NOTHING
    }

    private record Matrix(int id, int actions) {}

    Gamer(Exchange exchange, int number, RandomGenerator random) {
        this.exchange = exchange;
        this.ident = "p" + number + "@foo.com";
        this.random = random;
    }

    boolean finished() {
        return next == Next.NOTHING;
    }

    int plays() {
        return plays;
    }

    int refused() {
        return refused;
    }

    int joined() {
        return joined;
    }

    void step() {
        switch (next) {
            case REGISTER -> register();
            case LOG_IN -> logIn();
            case LOAD -> load();
            case PLAY -> play();
            case NOTHING -> {}
        }
    }

    private void register() {
        HttpResponse<String> answer = exchange.post("doautoadd.json", "ident=" + ident);
        JsonNode body = parse(answer).orElseThrow();
        require(answer.statusCode() == 200 && string(body, "ident").equals(ident), answer);
        password = string(body, "password");
        next = Next.LOG_IN;
    }

    private void logIn() {
        HttpResponse<String> answer = exchange.post("dologin.json", "ident=" + ident + "&password=" + password);
        parse(answer);
        if (answer.statusCode() == 409) {
            refused++;
            return;
        }
        require(answer.statusCode() == 200, answer);
        cookies = Exchange.cookies(answer);
        next = Next.LOAD;
    }

    private void load() {
        HttpResponse<String> answer = exchange.get("doloadexpr.json", "Cookie", cookies);
        JsonNode body = parse(answer).orElseThrow();
        require(answer.statusCode() == 200, answer);
        JsonNode experiment = object(body, "expr");
        JsonNode player = object(body, "player");
        int round = whole(experiment, "round");
        int rounds = whole(experiment, "rounds");
        int most = whole(experiment, "prounds");
        int role = whole(player, "role");
        joined = whole(player, "joined");
        if (round >= 0 && matrices.isEmpty()) {
            learn(body, role);
        }
        require(seen <= round, answer);
        if (round < 0 || joined < 0) {
            return;
        }
        if (round == rounds || round >= joined + most) {
            next = Next.NOTHING;
        } else if (round > seen) {
            seen = round;
            game = 0;
            next = Next.PLAY;
        }
    }

    private void learn(JsonNode body, int role) {
        int size = whole(body, "gamesz");
        JsonNode games = body.required("games");
        for (int i = 0; i < size; i++) {
            JsonNode known = games.required(i);
            matrices.add(new Matrix(whole(known, "id"), whole(known, role == 0 ? "p1" : "p2")));
        }
    }

    private void play() {
        Matrix matrix = matrices.get(game);
        HttpResponse<String> answer = exchange.post(
                "doplay.json", "round=" + seen + "&gid=" + matrix.id() + mixture(matrix.actions()), "Cookie", cookies);
        Optional<JsonNode> body = parse(answer);
        if (answer.statusCode() == 409) {
            refused++;
            next = Next.LOAD;
            return;
        }
        require(answer.statusCode() == 200 && body.isEmpty(), answer);
        plays++;
        game++;
        if (game == matrices.size()) {
            next = Next.LOAD;
        }
    }

    private String mixture(int actions) {
        StringBuilder text = new StringBuilder();
        int left = THOUSAND;
        for (int action = 0; action < actions; action++) {
            int weight = action == actions - 1 ? left : random.nextInt(left + 1);
            left -= weight;
            text.append("&index").append(action).append('=').append(weight).append("/1000");
        }
        return text.toString();
    }

    /** Every body is fed to a parser, whatever the status; a byte after the last brace ends the bot. */
    private static Optional<JsonNode> parse(HttpResponse<String> answer) {
        String body = answer.body();
        if (body.isEmpty()) {
            return Optional.empty();
        }
        require(body.startsWith("{") && body.endsWith("}"), answer);
        return Optional.of(JSON.readTree(body));
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

    private static int whole(JsonNode parent, String key) {
        JsonNode child = parent.required(key);
        if (!child.isInt()) {
            throw new IllegalStateException(key + " is no whole number but " + child);
        }
        return child.intValue();
    }

    private static void require(boolean fine, HttpResponse<String> answer) {
        if (!fine) {
            throw new IllegalStateException(answer + ": " + answer.body());
        }
    }
}
