package org.aepsych.web.participant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    private static final List<Built> ALL = List.of(
            new Built(
                    "An experiment has 6 rounds and 4 games. In every round you play each game once. How many games do"
                            + " you play in one round?",
                    Optional.empty(),
                    List.of("1 game", "2 games", "4 games", "24 games")),
            new Built(
                    "In this game you choose a row, and the first number in a cell is yours. You choose row a for"
                            + " certain, and everybody on the other side chooses column B. How many points do you get?",
                    Optional.of(GAME),
                    List.of("1 point", "2 points", "3 points", "4 points")),
            new Built(
                    "The same game: you choose row b for certain. How many points do you get?",
                    Optional.of(GAME),
                    List.of(
                            "0 points",
                            "3 points",
                            "1½ points",
                            "That cannot be said: it depends on what the other side chooses.")),
            new Built(
                    "You give row a and row b a weight of 1/2 each, and everybody on the other side chooses column A."
                            + " How many points do you get?",
                    Optional.of(GAME),
                    List.of("4 points", "2 points", "1 point", "0 points")),
            new Built(
                    "Now choose yourself, as you will do in the experiment: give the rows weights that add up to"
                            + " exactly 1. A row for certain has the weight 1, and a field left empty counts as 0.",
                    Optional.of(GAME),
                    List.of()),
            new Built(
                    "Once more, and fill in both fields: whole numbers, fractions such as 1/3 or decimals such as .25,"
                            + " which add up to exactly 1.",
                    Optional.of(GAME),
                    List.of()),
            new Built(
                    "In some experiment every point is paid with 0.10 euros. At the end you have 45 points. How much"
                            + " are you paid?",
                    Optional.empty(),
                    List.of("0.45 euros", "4.50 euros", "45 euros", "Nothing")),
            new Built(
                    "The chart shows for five past rounds how many points each row would have earned. Which row would"
                            + " have earned the most in the latest round?",
                    Optional.of(CHART),
                    List.of("Row a", "Row b", "Row c", "All the same")));

    private BuiltInQuestions() {}

    static Built number(int question) {
        return ALL.get(question);
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
