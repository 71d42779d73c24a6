package org.aepsych.core.gamelab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.foreign.ForeignDatabase;
import org.aepsych.api.foreign.ForeignRow;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.core.gamelab.GamelabRun.Choice;
import org.aepsych.core.gamelab.GamelabRun.Parameters;
import org.aepsych.core.gamelab.GamelabRun.Person;
import org.aepsych.core.imports.ImportReport.Difference;

/** Reads gamelab's tables. */
final class GamelabReader {
    private static final int MINUTES_IF_NEW = 10;
    private static final List<String> RESULTS = List.of("gameplay", "past", "payoff", "lottery", "winner");

    private final ForeignDatabase database;
    private final Map<Long, Game> games = new HashMap<>();
    private final List<Difference> unreadable = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private GamelabReader(ForeignDatabase database) {
        this.database = database;
    }

    static boolean recognises(ForeignDatabase database) {
        return database.columns("gameplay").contains("choices")
                && database.columns("past").contains("currentsp1")
                && database.columns("experiment").contains("roundpct")
                && !database.tables().contains("master");
    }

    static GamelabRun read(ForeignDatabase database) {
        return new GamelabReader(database).read();
    }

    private GamelabRun read() {
        Parameters parameters = parameters();
        List<Game> numbered = readGames();
        List<Person> players = byId("player").stream().map(this::person).toList();
        Map<ParticipantId, Person> known = players.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<Choice> choices = byId("choice").stream()
                .map(row -> choice(row, known))
                .flatMap(Optional::stream)
                .toList();
        Map<String, List<ForeignRow>> results = new HashMap<>();
        RESULTS.forEach(table -> results.put(table, byId(table)));
        noteWhatIsLeft(players);
        List<Long> gameIds = byId("game").stream().map(row -> row.whole("id")).toList();
        return new GamelabRun(parameters, numbered, gameIds, players, choices, unreadable, results, notes);
    }

    private List<ForeignRow> byId(String table) {
        return database.tables().contains(table)
                ? database.rows(table).stream()
                        .sorted(Comparator.comparingLong(
                                row -> row.wholeIfAny("id").orElse(0L)))
                        .toList()
                : List.of();
    }

    private Parameters parameters() {
        List<ForeignRow> rows = byId("experiment");
        if (rows.size() != 1) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "table experiment: expected the one row of gamelab, but found " + rows.size());
        }
        ForeignRow row = rows.get(0);
        int state = whole(row, "state", 0);
        int rounds = whole(row, "rounds", 0);
        if (rounds < 1) {
            notes.add("the experiment was never configured; it is taken over with one round");
            rounds = 1;
        }
        int playRounds = whole(row, "prounds", 0);
        int minutes = whole(row, "minutes", 0);
        return new Parameters(
                state,
                time(row, "start"),
                rounds,
                playRounds < 1 ? rounds : playRounds,
                whole(row, "round", -1),
                time(row, "roundbegan"),
                minutes < 1 ? MINUTES_IF_NEW : minutes,
                (int) Math.round(100 * row.realIfAny("roundpct").orElse(0.0)),
                whole(row, "roundmin", 0),
                whole(row, "playermax", 0),
                whole(row, "autoadd", 0) != 0,
                whole(row, "autoaddpreserve", 0) != 0,
                row.textIfAny("lottery").orElse(""),
                row.textIfAny("instr").orElse(""),
                whole(row, "flags", 0),
                row.wholeIfAny("total").orElse(0L));
    }

    private List<Game> readGames() {
        List<Game> numbered = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ForeignRow row : byId("game")) {
            int number = numbered.size() + 1;
            String name = row.textIfAny("name").filter(text -> !text.isBlank()).orElse("game " + number);
            String unique = names.add(name) ? name : name + " (" + number + ")";
            names.add(unique);
            Game game = parsed(
                    row,
                    () -> new Game(
                            number,
                            unique,
                            Math.toIntExact(row.whole("p1")),
                            Math.toIntExact(row.whole("p2")),
                            Game.parsePayoffs(row.text("payoffs"))));
            games.put(row.whole("id"), game);
            numbered.add(game);
            if (row.whole("id") != number) {
                notes.add("game " + row.whole("id") + " is game " + number + " here");
            }
        }
        if (numbered.isEmpty()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "table game is empty; an experiment without games cannot be taken over");
        }
        return numbered;
    }

    private Person person(ForeignRow row) {
        return parsed(
                row,
                () -> new Person(
                        new ParticipantId(row.whole("id")),
                        row.text("email"),
                        new Role(whole(row, "role", 0)),
                        whole(row, "joined", -1),
                        row.wholeIfAny("rseed").orElse(1L),
                        whole(row, "enabled", 1) != 0,
                        whole(row, "autoadd", 0) != 0,
                        row.textIfAny("hitid").filter(text -> !text.isEmpty()).isPresent(),
                        row.wholeIfAny("finalrank").orElse(0L),
                        row.wholeIfAny("finalscore").orElse(0L)));
    }

    private Optional<Choice> choice(ForeignRow row, Map<ParticipantId, Person> known) {
        int round = whole(row, "round", 0);
        String key = key(round, row.whole("playerid"), row.whole("gameid"));
        String strats = row.textIfAny("strats").orElse("");
        try {
            Person player = known(known, new ParticipantId(row.whole("playerid")), "participant");
            Game game = known(games, row.whole("gameid"), "game");
            Mixture mixture = Mixture.parse(strats);
            int actions = game.actions(player.role());
            if (mixture.weights().size() != actions || whole(row, "stratsz", actions) != actions) {
                throw new IllegalArgumentException("a mixture over " + actions + " actions");
            }
            return Optional.of(new Choice(round, player.id(), game.id(), mixture, time(row, "created")));
        } catch (IllegalArgumentException e) {
            unreadable.add(new Difference("choice", key, strats, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static <K, V> V known(Map<K, V> all, K key, String what) {
        return Optional.ofNullable(all.get(key))
                .orElseThrow(() -> new IllegalArgumentException("nothing, as there is no " + what + " " + key));
    }

    private void noteWhatIsLeft(List<Person> players) {
        notes.add("gamelab keeps passwords in the clear; they are not taken over");
        left("questionnaire", "answers to the questionnaire are");
        left("customquestion", "questions of the experimenter's own are");
        boolean history = byId("experiment")
                .get(0)
                .textIfAny("history")
                .filter(text -> !text.isEmpty())
                .isPresent();
        if (history) {
            notes.add("the history that was shown before the first round is not taken over");
        }
        long recruited = players.stream().filter(Person::recruited).count();
        if (recruited > 0) {
            notes.add(recruited
                    + " participants came from Mechanical Turk; gamelab gives them no tickets, and this is how"
                    + " the tables are compared; in the experiment here they have some");
        }
    }

    private void left(String table, String what) {
        if (!byId(table).isEmpty()) {
            notes.add(what + " not taken over");
        }
    }

    static String key(long round, long player, long game) {
        return "round " + round + ", participant " + player + ", game " + game;
    }

    private static int whole(ForeignRow row, String column, int otherwise) {
        return parsed(row, () -> Math.toIntExact(row.wholeIfAny(column).orElse((long) otherwise)));
    }

    private static Optional<Instant> time(ForeignRow row, String column) {
        return row.wholeIfAny(column).filter(seconds -> seconds > 0).map(Instant::ofEpochSecond);
    }

    private static <T> T parsed(ForeignRow row, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "table " + row.table() + ", id " + row.wholeIfAny("id").orElse(0L) + ": " + e.getMessage(),
                    e);
        }
    }
}
