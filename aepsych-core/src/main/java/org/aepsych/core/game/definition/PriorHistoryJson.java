package org.aepsych.core.game.definition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.game.Game;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The histories that gamelab's {@code dogethistory} serves, as text: for each game its shape and, round by round, the
 * averages of both roles. Every round is looked at, and everything that is wrong is said together.
 */
public final class PriorHistoryJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_PROBLEMS = 10;

    /** Averages are written with six digits by some programs. */
    private static final double SLACK = 1e-5;

    private final List<Game> games;
    private final List<String> problems = new ArrayList<>();

    private PriorHistoryJson(List<Game> games) {
        this.games = games;
    }

    /**
     * Reads a history.
     *
     * @param text JSON
     * @param games those of the experiment that it is to be shown in
     * @return its rounds
     * @throws IllegalArgumentException with a sentence for everything that is wrong
     */
    public static PriorHistory read(String text, List<Game> games) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a history is JSON, but this is not: " + e.getOriginalMessage(), e);
        }
        PriorHistoryJson reader = new PriorHistoryJson(games);
        PriorHistory history = reader.history(root);
        if (!reader.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", reader.problems));
        }
        return history;
    }

    /**
     * Writes a history.
     *
     * @param rounds oldest first, each with the averages of all games by id
     * @param games those of the experiment
     * @return JSON on one line
     */
    public static String write(List<List<GameAverage>> rounds, List<Game> games) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode history = root.putArray("history");
        for (int index = 0; index < games.size(); index++) {
            Game game = games.get(index);
            ObjectNode node = history.addObject().put("p1", game.rows()).put("p2", game.columns());
            node.put("id", game.id());
            ArrayNode roundups = node.putArray("roundups");
            for (List<GameAverage> round : rounds) {
                GameAverage average = round.get(index);
                ObjectNode roundup = roundups.addObject().put("skip", average.skipped() ? 1 : 0);
                numbers(roundup.putArray("navgp1"), average.rows());
                numbers(roundup.putArray("navgp2"), average.columns());
            }
        }
        return JSON.writeValueAsString(root);
    }

    private static void numbers(ArrayNode array, List<Rational> numbers) {
        numbers.forEach(number -> array.add(new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), MathContext.DECIMAL64)));
    }

    private PriorHistory history(JsonNode root) {
        JsonNode list = root.path("history");
        if (!list.isArray() || list.size() != games.size()) {
            problem("a history is an object with a list \"history\" of as many games as the experiment, " + games.size()
                    + ", but this has " + (list.isArray() ? list.size() + " games" : "no such list"));
            return PriorHistory.NONE;
        }
        List<List<GameAverage>> perGame = new ArrayList<>();
        for (int index = 0; index < games.size(); index++) {
            perGame.add(game(games.get(index), list.get(index)));
        }
        int rounds = perGame.get(0).size();
        if (problems.isEmpty() && perGame.stream().anyMatch(game -> game.size() != rounds)) {
            problem("every game needs as many rounds, but they have "
                    + perGame.stream().map(List::size).toList());
        }
        List<List<GameAverage>> inOrder = new ArrayList<>();
        for (int round = 0; problems.isEmpty() && round < rounds; round++) {
            int wanted = round;
            inOrder.add(perGame.stream().map(game -> game.get(wanted)).toList());
        }
        return new PriorHistory(inOrder);
    }

    private List<GameAverage> game(Game game, JsonNode node) {
        String place = "game " + game.id();
        boolean shape = isWhole(node.path("p1"), game.rows()) && isWhole(node.path("p2"), game.columns());
        if (!shape) {
            problem(place + ": expected p1 = " + game.rows() + " and p2 = " + game.columns() + ", but found "
                    + node.path("p1") + " and " + node.path("p2"));
        }
        JsonNode roundups = node.path("roundups");
        if (!roundups.isArray()) {
            problem(place + ": there is no list \"roundups\"");
        }
        List<GameAverage> rounds = new ArrayList<>();
        if (shape && roundups.isArray()) {
            for (int round = 0; round < roundups.size(); round++) {
                roundup(game, place + ", round " + (round + 1), roundups.get(round))
                        .ifPresent(rounds::add);
            }
        }
        return rounds;
    }

    private static boolean isWhole(JsonNode node, int expected) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() == expected;
    }

    private Optional<GameAverage> roundup(Game game, String place, JsonNode node) {
        JsonNode skip = node.path("skip");
        if (!skip.isIntegralNumber()) {
            problem(place + ": skip is 0 or 1, but found " + skip);
            return Optional.empty();
        }
        Optional<List<Rational>> rows = averages(place + ": navgp1", node.path("navgp1"), game.rows());
        Optional<List<Rational>> columns = averages(place + ": navgp2", node.path("navgp2"), game.columns());
        boolean skipped = !isWhole(skip, 0);
        return rows.isPresent() && columns.isPresent()
                ? Optional.of(new GameAverage(game.id(), rows.get(), columns.get(), skipped, 0))
                : Optional.empty();
    }

    private Optional<List<Rational>> averages(String place, JsonNode node, int size) {
        List<Rational> numbers = new ArrayList<>(size);
        if (node.isArray()) {
            for (JsonNode number : node) {
                double value = number.isNumber() ? number.doubleValue() : Double.NaN;
                if (value >= 0 && value <= 1 + SLACK) {
                    numbers.add(rational(BigDecimal.valueOf(value)));
                }
            }
        }
        if (node.size() != size || numbers.size() != size) {
            problem(place + " is a list of " + size + " numbers from 0 to 1, but found " + shortened(node));
            return Optional.empty();
        }
        return Optional.of(numbers);
    }

    private static Rational rational(BigDecimal number) {
        BigDecimal whole = number.stripTrailingZeros();
        return whole.scale() <= 0
                ? Rational.of(whole.toBigIntegerExact(), BigInteger.ONE)
                : Rational.of(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
    }

    private static String shortened(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private void problem(String sentence) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(sentence);
        } else if (problems.size() == MOST_PROBLEMS) {
            problems.add("and more");
        }
    }
}
