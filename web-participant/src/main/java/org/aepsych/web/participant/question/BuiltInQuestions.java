package org.aepsych.web.participant.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aepsych.web.language.Texts;
import org.aepsych.web.participant.play.GamePage;

/**
 * The questions that the program brings along: whether somebody has understood what a round is, how a matrix is read,
 * what a mixture earns, and what points are worth. The numbers of choices are those that gamelab's clients send.
 */
final class BuiltInQuestions {
    private static final List<String> COLUMNS = List.of("A", "B");
    private static final QuestionFigure GAME = new QuestionFigure(
            QuestionFigure.Kind.GAME,
            COLUMNS,
            List.of(
                    new QuestionFigure.Row("a", List.of(new GamePage.Cell("4", "2"), new GamePage.Cell("1", "3"))),
                    new QuestionFigure.Row("b", List.of(new GamePage.Cell("0", "5"), new GamePage.Cell("3", "1")))),
            List.of());
    private static final QuestionFigure CHART = new QuestionFigure(
            QuestionFigure.Kind.CHART,
            List.of(),
            List.of(),
            List.of(
                    curve("a", "none", 1, 2, 2, 4, 5),
                    curve("b", "7 4", 3, 3, 2, 3, 2),
                    curve("c", "2 4", 4, 4, 5, 2, 1)));

    /**
     * A question.
     *
     * @param text what is asked
     * @param figure what it is about
     * @param options possible answers, numbered from 1; none if a mixture is to be entered
     */
    record Built(String text, Optional<QuestionFigure> figure, List<String> options) {}

    private static final BigDecimal POINT = new BigDecimal("0.10");
    private static final List<String> PAID = List.of("0.45", "4.50", "45.00");
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Texts texts;

    BuiltInQuestions(Texts texts) {
        this.texts = texts;
    }

    /** Tells whether a question is answered by weights; those of another kind are answered by choosing. */
    static boolean asksForWeights(int question) {
        return question == 4 || question == 5;
    }

    Built number(int question) {
        return switch (question) {
            case 0 -> choice("ask.games", Optional.empty(), counted("rules.games", 1, 2, 4, 24));
            case 1 -> choice("ask.cell", Optional.of(GAME), counted("rules.points", 1, 2, 3, 4));
            case 2 ->
                choice(
                        "ask.unknown",
                        Optional.of(GAME),
                        List.of(
                                texts.count("rules.points", 0),
                                texts.count("rules.points", 3),
                                texts.of("ask.unknown.half"),
                                texts.of("ask.unknown.depends")));
            case 3 -> choice("ask.mixture", Optional.of(GAME), counted("rules.points", 4, 2, 1, 0));
            case 4 -> choice("ask.enter", Optional.of(GAME), List.of());
            case 5 -> choice("ask.enter.both", Optional.of(GAME), List.of());
            case 6 -> new Built(texts.of("ask.money", texts.money(POINT, EURO)), Optional.empty(), payments());
            case 7 ->
                choice(
                        "ask.chart",
                        Optional.of(CHART),
                        List.of(
                                texts.of("ask.row", "a"),
                                texts.of("ask.row", "b"),
                                texts.of("ask.row", "c"),
                                texts.of("ask.same")));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private Built choice(String key, Optional<QuestionFigure> figure, List<String> options) {
        return new Built(texts.of(key), figure, options);
    }

    private List<String> counted(String key, int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> texts.count(key, number))
                .toList();
    }

    private List<String> payments() {
        List<String> options = new ArrayList<>();
        for (String amount : PAID) {
            options.add(texts.money(new BigDecimal(amount), EURO));
        }
        options.add(texts.of("ask.money.nothing"));
        return List.copyOf(options);
    }

    private static QuestionFigure.Curve curve(String label, String dashes, int... points) {
        String coordinates = IntStream.range(0, points.length)
                .mapToObj(round -> x(round) + "," + y(points[round]))
                .collect(Collectors.joining(" "));
        String values = IntStream.of(points).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        int last = points.length - 1;
        return new QuestionFigure.Curve(label, coordinates, dashes, x(last) + 10, y(points[last]) + 5, values);
    }

    private static int x(int round) {
        return 40 + 60 * round;
    }

    private static int y(int points) {
        return 160 - 28 * points;
    }
}
