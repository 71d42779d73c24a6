package org.aepsych.web.gamelab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.view.CanonicalView;
import org.aepsych.core.game.view.ParticipantView.GameHistory;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.core.game.view.ParticipantView.RoundHistory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The games in the experiment's order, as matrices of rows and columns for both sides.
 *
 * @param view what the participant may see
 * @param games by id
 */
record GameArrays(CanonicalView view, List<Game> games) {
    GameArrays {
        games = List.copyOf(games);
    }

    /** Returns the games of the current round; null for those that the participant has played. */
    ArrayNode current() {
        ArrayNode array = LabJson.array();
        List<Integer> played = view.own().games().stream()
                .filter(own -> own.played().isPresent())
                .map(OwnGame::id)
                .toList();
        for (Game game : games) {
            if (played.contains(game.id())) {
                array.addNull();
            } else {
                ObjectNode node = matrix(game);
                node.putArray("p1order");
                node.set("roundup", lastRoundup(game));
                array.add(node);
            }
        }
        return array;
    }

    /** Returns the games with the averages of all finished rounds. */
    ArrayNode history() {
        return history(view.rounds());
    }

    /** The rounds of an earlier experiment, in the same shape. */
    ArrayNode prior(List<List<GameAverage>> rounds) {
        return history(rounds);
    }

    private ArrayNode history(List<List<GameAverage>> rounds) {
        ArrayNode array = LabJson.array();
        for (Game game : games) {
            ObjectNode node = matrix(game);
            ArrayNode roundups = node.putArray("roundups");
            rounds.forEach(round -> roundups.add(roundup(average(round, game))));
            array.add(node);
        }
        return array;
    }

    /** Returns what the participant earned in each finished round, and with what. */
    ArrayNode lotteries() {
        ArrayNode array = LabJson.array();
        Map<Integer, RoundHistory> rounds = new HashMap<>();
        view.own().history().forEach(round -> rounds.put(round.round(), round));
        for (int round = 0; round < view.own().clock().round(); round++) {
            Optional<RoundHistory> mine = Optional.ofNullable(rounds.get(round));
            ObjectNode node = array.addObject();
            node.put(
                    "curlottery", LabJson.decimal(mine.map(RoundHistory::payoff).orElse(Rational.ZERO)));
            node.put(
                    "aggrlottery",
                    LabJson.decimal(mine.map(RoundHistory::aggregate).orElse(Rational.ZERO)));
            ArrayNode plays = node.putArray("plays");
            games.forEach(game -> plays.add(play(game, mine)));
        }
        return array;
    }

    private static JsonNode play(Game game, Optional<RoundHistory> round) {
        Optional<GameHistory> mine = round.flatMap(finished -> finished.games().stream()
                .filter(history -> history.game() == game.id())
                .findFirst());
        return mine.flatMap(GameHistory::played)
                .<JsonNode>map(mixture -> {
                    ObjectNode play = LabJson.object()
                            .put(
                                    "poff",
                                    LabJson.decimal(
                                            mine.flatMap(GameHistory::payoff).orElse(Rational.ZERO)));
                    play.set("stratsd", LabJson.decimals(mixture.weights()));
                    play.set("strats", LabJson.texts(mixture.weights()));
                    return play;
                })
                .orElseGet(() -> LabJson.object().nullNode());
    }

    /** Games' names are the experimenter's; participants get their numbers. */
    private static ObjectNode matrix(Game game) {
        ObjectNode node = LabJson.object()
                .put("p1", game.rows())
                .put("p2", game.columns())
                .put("name", "Game " + game.id());
        ArrayNode rows = node.putArray("payoffs");
        for (int row = 0; row < game.rows(); row++) {
            ArrayNode cells = rows.addArray();
            for (int column = 0; column < game.columns(); column++) {
                cells.addArray()
                        .add(game.payoff(Role.ROW, row, column).toString())
                        .add(game.payoff(Role.COLUMN, row, column).toString());
            }
        }
        return node.put("id", game.id());
    }

    private JsonNode lastRoundup(Game game) {
        List<List<GameAverage>> rounds = view.rounds();
        return rounds.isEmpty() ? LabJson.object().nullNode() : roundup(average(rounds.get(rounds.size() - 1), game));
    }

    private static GameAverage average(List<GameAverage> round, Game game) {
        return round.stream()
                .filter(average -> average.game() == game.id())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a round is settled without game " + game.id()));
    }

    private static ObjectNode roundup(GameAverage average) {
        ObjectNode node = LabJson.object().put("skip", average.skipped() ? 1 : 0);
        node.set("navgp1", LabJson.decimals(average.rows()));
        node.set("navgp2", LabJson.decimals(average.columns()));
        ArrayNode products = node.putArray("navgs");
        for (Rational row : average.rows()) {
            products.add(
                    LabJson.decimals(average.columns().stream().map(row::times).toList()));
        }
        return node;
    }
}
