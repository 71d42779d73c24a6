package org.aepsych.tck;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.ConfigRow;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.aepsych.api.storage.ResultRow.GameRow;
import org.aepsych.api.storage.ResultRow.GameplayRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.storage.ResultRow.NoteRow;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.aepsych.api.storage.ResultRow.PayoffRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultRow.QuestionnaireRow;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.aepsych.api.storage.ResultRow.WinnerRow;

/** Result rows of every kind with random contents: a function of the seed. */
final class RandomRows {
    private static final List<String> TEXTS = List.of(
            "", "a", "1/2", "Grüße 🧪", "it's \"quoted\"", "line\nline\r\n\ttab", "\\u0000 %s :name ? $1 {}", "NULL");
    private static final List<Double> NUMBERS = List.of(
            0.0,
            -0.0,
            1e-300,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            0.1,
            3.0,
            Math.PI,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            9.007199254740992E15);

    private final RandomGenerator random;

    private RandomRows(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Returns rows of every kind with distinct keys, in the order in which a storage reads them. */
    static List<ResultRow> ordered(long seed) {
        return new RandomRows(seed).all();
    }

    private List<ResultRow> all() {
        List<ParticipantId> players =
                IntStream.rangeClosed(1, 3).mapToObj(ParticipantId::new).toList();
        List<Integer> rounds = numbers(0, 3);
        List<Integer> games = numbers(1, 2);
        List<ResultRow> rows = new ArrayList<>();
        numbers(1, 3).forEach(i -> rows.add(new ConfigRow(i * 7L, instant(), text())));
        numbers(1, 3).forEach(i -> numbers(0, 3).forEach(j -> rows.add(trial(i * 5L, j))));
        rows.add(experiment());
        games.forEach(game -> rows.add(new GameRow(game, text(), whole(), whole(), text())));
        players.forEach(player -> rows.add(player(player)));
        perPlayerAndGame(
                rounds,
                players,
                games,
                key -> new ChoiceRow(key.round, key.player, key.game, text(), whole(), instant()),
                rows);
        rounds.forEach(round -> players.forEach(player -> rows.add(new GameplayRow(round, player, whole()))));
        rounds.forEach(round -> games.forEach(
                game -> rows.add(new PastRow(round, game, text(), text(), random.nextBoolean(), whole(), whole()))));
        perPlayerAndGame(rounds, players, games, key -> new PayoffRow(key.round, key.player, key.game, text()), rows);
        rounds.forEach(round ->
                players.forEach(player -> rows.add(new LotteryRow(round, player, text(), longWhole(), text()))));
        players.forEach(player -> rows.add(new WinnerRow(player, random.nextBoolean(), whole(), longWhole())));
        players.forEach(player ->
                numbers(0, 3).forEach(rank -> rows.add(new QuestionnaireRow(player, rank, whole(), instant()))));
        numbers(1, 2)
                .forEach(number -> players.forEach(
                        player -> rows.add(new NoteRow(number, player, instant(), text(), maybeInstant()))));
        return rows;
    }

    private record Key(int round, ParticipantId player, int game) {}

    private static void perPlayerAndGame(
            List<Integer> rounds,
            List<ParticipantId> players,
            List<Integer> games,
            Function<Key, ResultRow> row,
            List<ResultRow> rows) {
        for (int round : rounds) {
            for (ParticipantId player : players) {
                for (int game : games) {
                    rows.add(row.apply(new Key(round, player, game)));
                }
            }
        }
    }

    private TrialRow trial(long sequence, int index) {
        List<NamedText> parameters = numbers(0, random.nextInt(4)).stream()
                .map(i -> new NamedText("p" + i + text(), text()))
                .toList();
        List<NamedNumber> outcomes = numbers(0, random.nextInt(4)).stream()
                .map(i -> new NamedNumber("o" + i + text(), NUMBERS.get(random.nextInt(NUMBERS.size()))))
                .toList();
        return new TrialRow(sequence, index, instant(), random.nextBoolean(), text(), parameters, outcomes);
    }

    private ExperimentRow experiment() {
        return new ExperimentRow(
                whole(),
                maybeInstant(),
                whole(),
                whole(),
                whole(),
                random.nextDouble(),
                whole(),
                whole(),
                random.nextBoolean() ? -1 : whole(),
                maybeInstant(),
                random.nextBoolean(),
                text(),
                random.nextBoolean(),
                text(),
                whole(),
                longWhole(),
                random.nextBoolean(),
                text(),
                text());
    }

    private PlayerRow player(ParticipantId id) {
        return new PlayerRow(
                id,
                random.nextInt(2),
                random.nextBoolean() ? -1 : whole(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextLong(),
                whole(),
                longWhole(),
                longWhole(),
                whole(),
                random.nextBoolean() ? Optional.empty() : Optional.of(whole()),
                whole());
    }

    private static List<Integer> numbers(int from, int count) {
        return IntStream.range(from, from + count).boxed().toList();
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private int whole() {
        return random.nextInt(8) == 0 ? Integer.MAX_VALUE : random.nextInt(1000);
    }

    private long longWhole() {
        return switch (random.nextInt(4)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> Long.MIN_VALUE;
            default -> random.nextLong();
        };
    }

    private Optional<Instant> maybeInstant() {
        return random.nextBoolean() ? Optional.empty() : Optional.of(instant());
    }

    private Instant instant() {
        return Instant.parse("2026-01-01T00:00:00Z").plus(random.nextLong(-(1L << 55), 1L << 55), ChronoUnit.MICROS);
    }
}
