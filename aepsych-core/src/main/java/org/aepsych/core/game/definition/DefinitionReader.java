package org.aepsych.core.game.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.game.Game;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.SchemaCheck;
import org.aepsych.core.config.Suggestions;
import org.aepsych.core.game.tree.GameTree;
import org.aepsych.core.game.tree.StrategicForm;
import org.aepsych.core.game.tree.TreeText;
import org.aepsych.core.plugin.Extensions;

/** Reads definitions of game experiments, and reports everything that is wrong together. */
public final class DefinitionReader {
    private static final int MOST_GAMES = 100;
    private static final int MOST_ACTIONS = 50;
    private static final int MOST_ROLES = 10;
    private static final int MOST_CELLS = 10_000;
    private static final int MOST_PERCENT = 100;
    private static final int MOST_QUESTIONS = 100;

    private final ExperimentFile file;
    private final Extensions extensions;
    private final ConfigSection common;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<Integer, GameTree> trees = new TreeMap<>();

    private DefinitionReader(ExperimentFile file, Extensions extensions) {
        this.file = file;
        this.extensions = extensions;
        this.common = file.common();
    }

    /**
     * Reads a definition.
     *
     * @param file the experiment file
     * @param extensions has the payoff rules
     * @return what it says
     * @throws ConfigException with everything that is wrong
     */
    public static GameDefinition read(ExperimentFile file, Extensions extensions) {
        return new DefinitionReader(file, extensions).read();
    }

    private GameDefinition read() {
        problems.addAll(untranslated(SchemaCheck.problems(common, GameOptions.COMMON, true), GameOptions.TRANSLATED));
        Optional<ConfigSection> metadata = file.section(GameOptions.METADATA);
        metadata.ifPresent(section -> problems.addAll(untranslated(
                SchemaCheck.problems(section, GameOptions.METADATA_OPTIONS, true), GameOptions.METADATA_TRANSLATED)));
        OwnTexts texts = texts(metadata);
        checkRanges();
        List<Game> games = games();
        PayoffChoice payoff = payoff();
        Questionnaire questionnaire = questionnaire();
        PriorHistory prior = prior(games);
        SilenceReader silences = new SilenceReader(file, extensions, problems);
        Silence silence =
                games.isEmpty() ? Silence.NONE : silences.read(games.get(0).roles());
        checkSections(payoff, silences.policies());
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new GameDefinition(
                metadata.flatMap(section -> section.get(GameOptions.EXPERIMENT_ID)),
                metadata.map(section -> section.get(GameOptions.EXPERIMENT_NAME))
                        .filter(text -> !text.isEmpty()),
                metadata.map(section -> section.get(GameOptions.EXPERIMENT_DESCRIPTION))
                        .filter(text -> !text.isEmpty()),
                schedule(),
                new Admission(
                        common.get(GameOptions.PLAYERMAX),
                        common.get(GameOptions.AUTOADD),
                        common.get(GameOptions.AUTOADDPRESERVE)),
                new Display(
                        kind(),
                        common.get(GameOptions.INSTRUCTIONS),
                        common.get(GameOptions.SHOW_HISTORY),
                        common.get(GameOptions.SHUFFLE),
                        common.get(GameOptions.RELATIVE_ROUNDS)),
                new Prize(
                        common.get(GameOptions.LOTTERY),
                        common.get(GameOptions.WINNERS),
                        common.get(GameOptions.LOTTERY_DRAW)),
                payoff,
                games,
                questionnaire,
                prior,
                new Correspondence(
                        common.get(GameOptions.CONTACT),
                        common.get(GameOptions.MAILROUND),
                        common.get(GameOptions.LOGINURI),
                        common.get(GameOptions.MAIL_LANGUAGE)),
                silence,
                trees,
                texts);
    }

    /** Options that translate others are no unknown ones. */
    private static List<Problem> untranslated(List<Problem> found, List<ConfigOption<String>> translated) {
        return found.stream()
                .filter(problem -> problem.option()
                        .flatMap(key -> GameOptions.language(key, translated))
                        .isEmpty())
                .toList();
    }

    private OwnTexts texts(Optional<ConfigSection> metadata) {
        SortedMap<String, OwnTexts.Translation> texts = new TreeMap<>();
        Set<String> languages = new HashSet<>(languages(common, GameOptions.TRANSLATED));
        metadata.ifPresent(section -> languages.addAll(languages(section, GameOptions.METADATA_TRANSLATED)));
        languages.forEach(language -> texts.put(
                language,
                new OwnTexts.Translation(
                        metadata.map(section -> translated(section, GameOptions.EXPERIMENT_NAME, language))
                                .orElse(""),
                        translated(common, GameOptions.INSTRUCTIONS, language),
                        translated(common, GameOptions.LOTTERY, language),
                        translated(common, GameOptions.CONSENT, language))));
        return new OwnTexts(texts);
    }

    private static List<String> languages(ConfigSection section, List<ConfigOption<String>> translated) {
        return section.ownKeys().stream()
                .flatMap(key -> GameOptions.language(key, translated).stream())
                .toList();
    }

    private String translated(ConfigSection section, ConfigOption<String> option, String language) {
        try {
            return section.get(GameOptions.translated(option, language));
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return "";
        }
    }

    private InstructionKind kind() {
        String words = common.get(GameOptions.INSTRUCTIONS);
        String prize = common.get(GameOptions.LOTTERY);
        InstructionKind builtIn = prize.isEmpty() ? InstructionKind.NOLOTTERY : InstructionKind.LOTTERY;
        return common.get(GameOptions.INSTRUCTIONS_KIND).orElse(words.isBlank() ? builtIn : InstructionKind.TEXT);
    }

    private Questionnaire questionnaire() {
        List<String> names = value(common, GameOptions.QUESTIONS).orElse(List.of());
        boolean required = value(common, GameOptions.QUESTIONNAIRE).orElse(false);
        boolean declined =
                !required && common.text(GameOptions.QUESTIONNAIRE.key()).isPresent();
        if (declined && !names.isEmpty()) {
            problem(common, GameOptions.QUESTIONS, "there are questions, but questionnaire says that none are asked");
        }
        if (names.size() > MOST_QUESTIONS) {
            problem(
                    common,
                    GameOptions.QUESTIONS,
                    "expected the names of at most " + MOST_QUESTIONS + " sections, but found " + names.size());
        }
        List<Question> questions = new ArrayList<>();
        Set<String> sections = new HashSet<>();
        for (String name : names) {
            section(name, GameOptions.QUESTIONS, sections)
                    .flatMap(this::question)
                    .ifPresent(questions::add);
        }
        String consent = value(common, GameOptions.CONSENT).orElse("").strip();
        return new Questionnaire(required || !questions.isEmpty(), questions, consent);
    }

    private Optional<Question> question(ConfigSection section) {
        List<Problem> wrong = SchemaCheck.problems(section, GameOptions.OWN_QUESTION, true);
        problems.addAll(wrong);
        return wrong.isEmpty()
                ? Optional.of(new Question(section.get(GameOptions.QUESTION), section.get(GameOptions.ANSWER)))
                : Optional.empty();
    }

    /** Reads the history if the games it is about are good. */
    private PriorHistory prior(List<Game> games) {
        String text = value(common, GameOptions.HISTORY).orElse("");
        boolean gamesAreGood = games.size()
                == value(common, GameOptions.GAMES).orElse(List.of()).size();
        if (text.isBlank() || games.isEmpty() || !gamesAreGood) {
            return PriorHistory.NONE;
        }
        if (games.get(0).roles() != 2) {
            problem(common, GameOptions.HISTORY, "only games of two roles can have a history");
            return PriorHistory.NONE;
        }
        try {
            PriorHistory history = PriorHistoryJson.read(text, games);
            return value(common, GameOptions.TRIM_HISTORY).orElse(false) ? history.trimmed() : history;
        } catch (IllegalArgumentException e) {
            problem(common, GameOptions.HISTORY, String.valueOf(e.getMessage()));
            return PriorHistory.NONE;
        }
    }

    /** Finds a section that an option names, each once. */
    private Optional<ConfigSection> section(String name, ConfigOption<?> option, Set<String> used) {
        Optional<ConfigSection> section = file.section(name).filter(found -> !name.equals(ExperimentFile.COMMON));
        if (section.isEmpty()) {
            unknown(common, option, "there is no section [" + name + "]", name, file.sectionNames());
        } else if (!used.add(name)) {
            problem(common, option, "names [" + name + "] twice");
            return Optional.empty();
        }
        return section;
    }

    private Schedule schedule() {
        int rounds = common.get(GameOptions.ROUNDS);
        int playRounds = common.get(GameOptions.PROUNDS);
        return new Schedule(
                rounds,
                common.get(GameOptions.MINUTES),
                Math.min(common.get(GameOptions.ROUNDPCT), MOST_PERCENT),
                common.get(GameOptions.ROUNDMIN),
                playRounds == 0 ? rounds : playRounds,
                common.get(GameOptions.START));
    }

    private void checkRanges() {
        value(common, GameOptions.PROTOCOL)
                .filter(protocol -> protocol != Protocol.GAME)
                .ifPresent(protocol ->
                        problem(common, GameOptions.PROTOCOL, "expected game, but found \"" + protocol.key() + "\""));
        range(GameOptions.ROUNDS, 1, Schedule.MOST_ROUNDS);
        range(GameOptions.MINUTES, 1, Schedule.MOST_MINUTES);
        range(GameOptions.ROUNDPCT, 0, Integer.MAX_VALUE);
        range(GameOptions.ROUNDMIN, 0, Schedule.MOST_GRACE);
        range(GameOptions.PROUNDS, 0, Integer.MAX_VALUE);
        range(GameOptions.PLAYERMAX, 0, Integer.MAX_VALUE);
        range(GameOptions.WINNERS, 0, Integer.MAX_VALUE);
    }

    private void range(ConfigOption<Integer> option, int least, int most) {
        value(common, option)
                .filter(number -> number < least || number > most)
                .ifPresent(number -> problem(
                        common,
                        option,
                        "expected a whole number "
                                + (most == Integer.MAX_VALUE ? "from " + least : least + " to " + most)
                                + ", but found " + number));
    }

    private List<Game> games() {
        List<String> names = value(common, GameOptions.GAMES).orElse(List.of());
        boolean missing = common.text(GameOptions.GAMES.key()).isEmpty();
        if (!missing && (names.isEmpty() || names.size() > MOST_GAMES)) {
            problem(
                    common,
                    GameOptions.GAMES,
                    "expected the names of 1 to " + MOST_GAMES + " sections, but found " + names.size());
        }
        List<Game> games = new ArrayList<>();
        Set<String> sections = new HashSet<>();
        Set<String> shown = new HashSet<>();
        for (String name : names) {
            Optional<ConfigSection> section = section(name, GameOptions.GAMES, sections);
            if (section.isPresent()) {
                Optional<Game> game = game(sections.size(), section.get());
                game.filter(read -> !shown.add(read.name()))
                        .ifPresent(read -> problem(
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
                .ifPresent(game -> problem(
                        common,
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
        List<Problem> wrong = SchemaCheck.problems(section, GameOptions.TREE_GAME, true);
        problems.addAll(wrong);
        if (!wrong.isEmpty()) {
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
            problem(section, GameOptions.TREE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Game> cells(int id, ConfigSection section) {
        List<Problem> wrong = SchemaCheck.problems(section, GameOptions.GAME, true);
        problems.addAll(wrong);
        if (!wrong.isEmpty()) {
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
            problem(section, GameOptions.PAYOFFS, String.valueOf(e.getMessage()));
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

    private PayoffChoice payoff() {
        String name = value(common, GameOptions.PAYOFF_RULE).orElse("");
        Optional<PayoffRuleFactory> factory = extensions.payoffRule(name);
        if (factory.isEmpty()) {
            unknown(
                    common,
                    GameOptions.PAYOFF_RULE,
                    "there is no payoff rule \"" + name + "\"",
                    name,
                    extensions.payoffRuleNames());
            return PayoffChoice.of(name);
        }
        Optional<ConfigSection> own = file.section(name);
        ConfigSection section = own.orElse(common);
        List<Problem> wrong = SchemaCheck.problems(section, factory.get().configSchema(), own.isPresent());
        problems.addAll(wrong);
        if (wrong.isEmpty()) {
            tryOut(factory.get(), section);
        }
        SortedMap<String, String> options = new TreeMap<>();
        factory.get()
                .configSchema()
                .options()
                .forEach(option -> section.text(option.key()).ifPresent(text -> options.put(option.key(), text)));
        return new PayoffChoice(name, options);
    }

    private void checkSections(PayoffChoice payoff, Set<String> policies) {
        Set<String> used = new HashSet<>(value(common, GameOptions.GAMES).orElse(List.of()));
        used.addAll(value(common, GameOptions.QUESTIONS).orElse(List.of()));
        used.add(GameOptions.METADATA);
        used.add(payoff.rule());
        used.addAll(policies);
        for (String name : file.sectionNames()) {
            if (!used.contains(name)) {
                problems.add(Problem.of(name, "nothing uses this section").withHint("name it in games, or remove it"));
            }
        }
    }

    /** Returns a value whose text is good; what is wrong with others is reported by the check of the schema. */
    private static <T> Optional<T> value(ConfigSection section, ConfigOption<T> option) {
        try {
            return section.find(option).or(option::fallback);
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    /** A factory knows more than its schema says. */
    private void tryOut(PayoffRuleFactory factory, ConfigSection section) {
        try {
            var unused = factory.create(section);
        } catch (ConfigException e) {
            problems.addAll(e.problems());
        }
    }

    private void problem(ConfigSection section, ConfigOption<?> option, String message) {
        add(section, option, Problem.of(section.name(), option.key(), message));
    }

    private void unknown(
            ConfigSection section, ConfigOption<?> option, String message, String name, Iterable<String> known) {
        List<String> names = new ArrayList<>();
        known.forEach(names::add);
        Problem problem = Problem.of(section.name(), option.key(), message);
        add(
                section,
                option,
                problem.withHint(Suggestions.nearest(name, names)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("there are " + names)));
    }

    private void add(ConfigSection section, ConfigOption<?> option, Problem problem) {
        problems.add(section.line(option.key()).map(problem::atLine).orElse(problem));
    }
}
