package org.aepsych.core.game.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.game.Game;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.tree.GameTree;
import org.aepsych.core.game.tree.StrategicForm;
import org.aepsych.core.game.tree.TreeText;

/** Reads the games: cells of payoffs, or trees, which are reduced to cells. */
final class GamesReader {
    private static final int MOST_GAMES = 100;
    private static final int MOST_ACTIONS = 50;
    private static final int MOST_ROLES = 10;
    private static final int MOST_CELLS = 10_000;

    private final Inspection file;
    private final SortedMap<Integer, GameTree> trees = new TreeMap<>();

    GamesReader(Inspection file) {
        this.file = file;
    }

    /** Returns the trees of the games that were read as such, by the games' numbers. */
    SortedMap<Integer, GameTree> trees() {
        return trees;
    }

    List<Game> read() {
        List<String> names = file.value(GameOptions.GAMES).orElse(List.of());
        boolean missing = file.common().text(GameOptions.GAMES.key()).isEmpty();
        if (!missing && (names.isEmpty() || names.size() > MOST_GAMES)) {
            file.wrong(
                    GameOptions.GAMES,
                    "expected the names of 1 to " + MOST_GAMES + " sections, but found " + names.size());
        }
        List<Game> games = new ArrayList<>();
        Set<String> sections = new HashSet<>();
        Set<String> shown = new HashSet<>();
        for (String name : names) {
            Optional<ConfigSection> section = file.named(name, GameOptions.GAMES, sections);
            if (section.isPresent()) {
                Optional<Game> game = game(sections.size(), section.get());
                game.filter(read -> !shown.add(read.name()))
                        .ifPresent(read -> file.wrong(
                                section.get(),
                                GameOptions.NAME,
                                "another game is called \"" + read.name() + "\" already"));
                game.ifPresent(games::add);
            }
        }
        int roles = games.isEmpty() ? 0 : games.get(0).roles();
        games.stream()
                .filter(game -> game.roles() != roles)
                .findFirst()
                .ifPresent(game -> file.wrong(
                        GameOptions.GAMES,
                        "all games have as many roles, but \"" + games.get(0).name() + "\" has " + roles + " and \""
                                + game.name() + "\" has " + game.roles()));
        return games;
    }

    private Optional<Game> game(int id, ConfigSection section) {
        return section.text(GameOptions.TREE.key()).isPresent() ? tree(id, section) : cells(id, section);
    }

    /** Reads a game in extensive form, and reduces it. */
    private Optional<Game> tree(int id, ConfigSection section) {
        if (!file.fits(section, GameOptions.TREE_GAME)) {
            return Optional.empty();
        }
        String name = section.get(GameOptions.NAME);
        try {
            GameTree tree = TreeText.parse(section.get(GameOptions.TREE));
            Game game = new StrategicForm(tree).game(id, name.isEmpty() ? section.name() : name);
            if (Matrix.product(game.actions()) > MOST_CELLS) {
                throw new IllegalArgumentException("its strategic form has " + Matrix.product(game.actions())
                        + " cells, but at most " + MOST_CELLS + " are allowed");
            }
            trees.put(id, tree);
            return Optional.of(game);
        } catch (IllegalArgumentException e) {
            file.wrong(section, GameOptions.TREE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Game> cells(int id, ConfigSection section) {
        if (!file.fits(section, GameOptions.GAME)) {
            return Optional.empty();
        }
        String name = section.get(GameOptions.NAME);
        String text = section.get(GameOptions.PAYOFFS);
        try {
            List<String> actions = section.get(GameOptions.ACTIONS);
            Matrix matrix = actions.isEmpty() ? bimatrix(section, text) : cells(actions, text);
            checkShape(section, matrix);
            return Optional.of(
                    new Game(id, name.isEmpty() ? section.name() : name, matrix.actions(), matrix.payoffs()));
        } catch (IllegalArgumentException e) {
            file.wrong(section, GameOptions.PAYOFFS, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Matrix bimatrix(ConfigSection section, String text) {
        return Matrix.isMatrix(text) ? Matrix.parse(text) : plain(section, text);
    }

    private static Matrix cells(List<String> texts, String payoffs) {
        boolean whole = texts.stream().allMatch(count -> count.strip().matches("[1-9][0-9]?"));
        if (!whole || texts.size() < 2 || texts.size() > MOST_ROLES) {
            throw new IllegalArgumentException("actions: expected 2 to " + MOST_ROLES + " whole numbers from 1 to "
                    + MOST_ACTIONS + ", one for each role, but found " + texts);
        }
        List<Integer> actions =
                texts.stream().map(count -> Integer.valueOf(count.strip())).toList();
        if (Matrix.product(actions) > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "a game has at most " + MOST_CELLS + " cells, but this has " + Matrix.product(actions));
        }
        if (Matrix.isMatrix(payoffs)) {
            return Matrix.parse(payoffs, actions);
        }
        List<Rational> numbers = Game.parsePayoffs(payoffs);
        long expected = actions.size() * Matrix.product(actions);
        if (numbers.size() != expected) {
            throw new IllegalArgumentException("expected " + expected + " numbers, one for each role in each of "
                    + Matrix.product(actions) + " cells, but found " + numbers.size());
        }
        return new Matrix(actions, numbers);
    }

    private static Matrix plain(ConfigSection section, String text) {
        List<Rational> payoffs = Game.parsePayoffs(text);
        int rows = section.get(GameOptions.ROWS);
        int columns = section.get(GameOptions.COLUMNS);
        long expected = 2L * rows * columns;
        if (rows < 1 || columns < 1 || payoffs.size() != expected) {
            throw new IllegalArgumentException("plain numbers need the options rows and columns, and two numbers for "
                    + "each cell; found " + payoffs.size() + " numbers, rows = " + rows + ", columns = " + columns);
        }
        return new Matrix(List.of(rows, columns), payoffs);
    }

    private static void checkShape(ConfigSection section, Matrix matrix) {
        int foundRows = matrix.actions().get(0);
        int foundColumns = matrix.actions().get(1);
        if (matrix.actions().stream().anyMatch(count -> count > MOST_ACTIONS)) {
            throw new IllegalArgumentException("a game has at most " + MOST_ACTIONS + " rows and columns, but this has "
                    + foundRows + " and " + foundColumns);
        }
        int rows = section.get(GameOptions.ROWS);
        int columns = section.get(GameOptions.COLUMNS);
        if ((rows != 0 && rows != foundRows) || (columns != 0 && columns != foundColumns)) {
            throw new IllegalArgumentException("found " + foundRows + " rows and " + foundColumns
                    + " columns, but rows = " + rows + " and columns = " + columns);
        }
    }
}
