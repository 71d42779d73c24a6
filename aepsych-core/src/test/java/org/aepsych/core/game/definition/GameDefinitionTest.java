package org.aepsych.core.game.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.game.Game;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GameDefinitionTest {
    private static final Extensions EXTENSIONS = new Extensions(
            Map.of(),
            Map.of(
                    "population-average", new NoRule("population-average", ConfigSchema.of()),
                    "taxed",
                            new NoRule(
                                    "taxed",
                                    ConfigSchema.of(
                                            ConfigOption.whole("tax", "percent").orElse(0)))),
            Map.of());

    private record NoRule(String name, ConfigSchema configSchema) implements PayoffRuleFactory {
        @Override
        public PayoffRule create(ConfigSection config) {
            return round -> new Settlement(List.of(), List.of());
        }
    }

    private static final String SMALLEST = """
            [common]
            protocol = game
            games = [pd]
            rounds = 5
            [pd]
            payoffs =
                3, 3 | 0, 5
                5, 0 | 1, 1
            """;

    private static GameDefinition read(String text) {
        return DefinitionReader.read(ExperimentFile.parse(text), EXTENSIONS);
    }

    private static List<Rational> shares(String text) {
        return Stream.of(text.split(" ", -1)).map(Rational::parse).toList();
    }

    private static List<String> problems(String text) {
        ConfigException refusal = catchThrowableOfType(ConfigException.class, () -> read(text));
        assertThat(refusal).as("refusal of %s", text).isNotNull();
        return refusal.problems().stream().map(Problem::toString).toList();
    }

    private static String with(String option) {
        return SMALLEST.replace("rounds = 5", "rounds = 5\n" + option);
    }

    @Test
    void hasDefaultsForEverythingButGamesAndRounds() {
        assertThat(read(SMALLEST))
                .isEqualTo(new GameDefinition(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Schedule(5, 10, 100, 0, 5, Optional.empty()),
                        new Admission(0, true, true),
                        new Display(InstructionKind.NOLOTTERY, "", true, true, false),
                        new Prize("", 1),
                        PayoffChoice.of("population-average"),
                        List.of(new Game(1, "pd", 2, 2, Game.parsePayoffs("3 3 0 5 5 0 1 1")))));
    }

    @Test
    void readsEveryOption() {
        GameDefinition definition = read("""
                [common]
                protocol = game
                games = [one, two]
                rounds = 7
                minutes = 1440
                roundpct = 80
                roundmin = 3
                prounds = 9
                playermax = 10
                autoadd = no
                autoaddpreserve = off
                payoff_rule = taxed
                lottery = 10 000 SEK
                instructions = Choose
                    freely.
                instructions_kind = recruited
                questions = [q1, q2]
                history = {"history": [{"p1":2,"p2":2,"roundups":[{"skip":0,"navgp1":[0.5,0.5],"navgp2":[1,0]}]},
                    {"p1":1,"p2":2,"roundups":[{"skip":1,"navgp1":[0],"navgp2":[0,0]}]}]}
                mailround = yes
                loginuri = https://lab.example.org/e/exp-1
                mail_language = sv
                contact = Lab@Example.org
                winners = 3
                start = 2026-03-02T10:00:00Z
                show_history = false
                shuffle = 0
                relative_rounds = 1
                [metadata]
                experiment_name = My name
                experiment_description = "many; words \\u0023 \\u00245"
                experiment_id = exp-1
                [taxed]
                tax = 20
                [one]
                name = The first
                payoffs = 1/2, .25 | -3, 1. || 0, 0 | 1, 1
                [q1]
                question = What is 1 + 1?
                answer = 2
                [q2]
                question = "Who plays?"
                answer = you
                [two]
                rows = 1
                columns = 2
                payoffs = 1 2 3 4
                """);

        assertThat(definition)
                .isEqualTo(new GameDefinition(
                        Optional.of(new ExperimentId("exp-1")),
                        Optional.of("My name"),
                        Optional.of("many; words # $5"),
                        new Schedule(7, 1_440, 80, 3, 9, Optional.of(Instant.parse("2026-03-02T10:00:00Z"))),
                        new Admission(10, false, false),
                        new Display(InstructionKind.RECRUITED, "Choose\nfreely.", false, false, true),
                        new Prize("10 000 SEK", 3),
                        new PayoffChoice("taxed", new TreeMap<>(Map.of("tax", "20"))),
                        List.of(
                                new Game(1, "The first", 2, 2, Game.parsePayoffs("1/2 1/4 -3 1 0 0 1 1")),
                                new Game(2, "two", 1, 2, Game.parsePayoffs("1 2 3 4"))),
                        new Questionnaire(
                                true, List.of(new Question("What is 1 + 1?", "2"), new Question("Who plays?", "you"))),
                        new PriorHistory(List.of(List.of(
                                new GameAverage(1, shares("1/2 1/2"), shares("1 0"), false, 0),
                                new GameAverage(2, shares("0"), shares("0 0"), true, 0)))),
                        new Correspondence(
                                Optional.of("lab@example.org"),
                                true,
                                Optional.of(URI.create("https://lab.example.org/e/exp-1")),
                                "sv")));
        assertThat(definition.display().flags()).isEqualTo(1 + 2 + 4);
        assertThat(read(definition.toIni())).isEqualTo(definition);
    }

    @ParameterizedTest
    @CsvSource({"roundpct = 250, 100, 5", "prounds = 0, 100, 5", "prounds = 2, 100, 2", "roundpct = 0, 0, 5"})
    void clampsSharesAndTakesNoOwnRoundsForAll(String option, int percent, int playRounds) {
        Schedule schedule = read(with(option)).schedule();

        assertThat(schedule.percent()).isEqualTo(percent);
        assertThat(schedule.playRounds()).isEqualTo(playRounds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minutes = 0",
                "minutes = 1441",
                "minutes = ten",
                "roundpct = -1",
                "roundmin = -1",
                "prounds = -1",
                "playermax = -1",
                "winners = -1",
                "start = tomorrow",
                "autoadd = maybe",
                "payoff_rule = populationaverage",
                "rouds = 5",
                "instructions = \"open",
                "instructions_kind = short",
                "questionnaire = perhaps",
                "history = [1]",
                "history = {",
                "mailround = often",
                "loginuri = lab.example.org",
                "loginuri = ftp://lab.example.org/",
                "mail_language = swedish",
                "contact = somebody"
            })
    void refusesEachBadOptionByNameAndLine(String option) {
        List<String> problems = problems(with(option));

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("[common] " + option.split(" ", -1)[0])
                .contains("(line 5)");
    }

    @Test
    void reportsEverythingTogether() {
        assertThat(problems("""
                        [common]
                        protocol = adaptive
                        games = [pd, pd, chess]
                        rounds = 0
                        [pd]
                        payoffs = 1, 2 | 3
                        [chss]
                        payoffs = 1, 1
                        [metadata]
                        experiment_id =
                        """))
                .hasSize(7)
                .anySatisfy(p -> assertThat(p).contains("protocol").contains("adaptive"))
                .anySatisfy(p -> assertThat(p).contains("rounds").contains("1 to 10000"))
                .anySatisfy(p -> assertThat(p).contains("[pd] payoffs").contains("row 1, cell 2"))
                .anySatisfy(p -> assertThat(p).contains("[pd] twice"))
                .anySatisfy(p -> assertThat(p).contains("[chess]").contains("did you mean \"chss\""))
                .anySatisfy(p -> assertThat(p).contains("[chss]").contains("nothing uses"))
                .anySatisfy(p -> assertThat(p).contains("[metadata] experiment_id"));
    }

    @Test
    void asksOnlyWhatItIsToldToAsk() {
        assertThat(read(with("questionnaire = yes")).questionnaire().size()).isEqualTo(8);
        assertThat(read(with("")).questionnaire().size()).isZero();
        assertThat(problems(with("questionnaire = no\nquestions = [q, r]") + "[q]\nquestion = Why?\n"))
                .hasSize(3)
                .anySatisfy(p -> assertThat(p).contains("questions").contains("none are asked"))
                .anySatisfy(p -> assertThat(p).contains("[q] answer"))
                .anySatisfy(p -> assertThat(p).contains("no section [r]"));
    }

    @ParameterizedTest
    @CsvSource({"'', , NOLOTTERY", "'', 100 euros, LOTTERY", "Be kind., 100 euros, TEXT", "Be kind., , TEXT"})
    void choosesTheInstructionsThatFitIfNoneAreAskedFor(String words, @Nullable String prize, InstructionKind kind) {
        String lottery = prize == null ? "" : prize;

        assertThat(read(with("instructions = " + words + "\nlottery = " + lottery))
                        .display()
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payoffs = 1 2 3 4",
                "payoffs = 1, 2 | 3, 4 || 5, 6",
                "payoffs = 1, 2 | 3, 4, 5",
                "payoffs = 1, x",
                "payoffs = 1, 1/0",
                "payoffs =",
                "rows = 2\npayoffs = 1, 2 | 3, 4",
                "rows = 65536\ncolumns = 65536\npayoffs = 1 2"
            })
    void refusesPayoffsThatAreNoMatrix(String option) {
        assertThat(problems(SMALLEST.substring(0, SMALLEST.indexOf("payoffs")) + option))
                .singleElement()
                .asString()
                .startsWith("[pd] payoffs");
    }

    @Test
    void refusesTwoGamesOfOneName() {
        assertThat(problems(
                        SMALLEST.replace("games = [pd]", "games = [pd, q]").replace("\n[pd]\n", "\n[pd]\nname = x\n")
                                + "[q]\nname = x\npayoffs = 1, 1\n"))
                .singleElement()
                .asString()
                .contains("called \"x\" already");
    }

    @Test
    void refusesAMatrixThatNoScreenShows() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(
                        SMALLEST.substring(0, SMALLEST.indexOf("payoffs")) + "payoffs = 1, 1" + " | 1, 1".repeat(50)))
                .withMessageContaining("at most 50");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void readsBackWhatItWrites(long seed) {
        Random random = new Random(seed);
        List<Game> games = new ArrayList<>();
        for (int id = 1; id <= 1 + random.nextInt(4); id++) {
            int rows = 1 + random.nextInt(4);
            int columns = 1 + random.nextInt(4);
            List<Rational> payoffs = new ArrayList<>();
            for (int i = 0; i < 2 * rows * columns; i++) {
                payoffs.add(Rational.of(random.nextInt(2_001) - 1_000, 1 + random.nextInt(30)));
            }
            games.add(new Game(id, id + words(random), rows, columns, payoffs));
        }
        boolean named = random.nextBoolean();
        GameDefinition definition = new GameDefinition(
                named ? Optional.of(new ExperimentId("x" + random.nextLong())) : Optional.empty(),
                named ? Optional.of("n" + words(random)) : Optional.empty(),
                Optional.empty(),
                new Schedule(
                        1 + random.nextInt(99),
                        1 + random.nextInt(1_440),
                        random.nextInt(101),
                        random.nextInt(50),
                        1 + random.nextInt(200),
                        named ? Optional.of(Instant.ofEpochMilli(random.nextInt())) : Optional.empty()),
                new Admission(random.nextInt(5), random.nextBoolean(), random.nextBoolean()),
                new Display(
                        List.of(InstructionKind.values()).get(random.nextInt(5)),
                        words(random),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean()),
                new Prize(words(random), random.nextInt(5)),
                PayoffChoice.of("population-average"),
                games,
                named
                        ? new Questionnaire(true, List.of(new Question("q" + words(random), "a" + words(random))))
                        : new Questionnaire(
                                random.nextBoolean(), List.of(), words(random).strip()),
                prior(games, random),
                new Correspondence(
                        named ? Optional.of("a@b.example") : Optional.empty(),
                        random.nextBoolean(),
                        named ? Optional.empty() : Optional.of(URI.create("http://lab.example/e#$;")),
                        named ? "en" : "ar"),
                Silence.NONE,
                new TreeMap<>(),
                new OwnTexts(new TreeMap<>(Map.of(
                        "fr", new OwnTexts.Translation(words(random), words(random), words(random)),
                        "zh", new OwnTexts.Translation("", words(random), "", words(random))))));

        assertThat(read(definition.toIni())).isEqualTo(definition);
    }

    @Test
    void ownTextsMayBeInOtherLanguagesAndOnlyThose() {
        GameDefinition definition = read("""
                [common]
                protocol = game
                games = [g]
                rounds = 1
                instructions = Be kind.
                instructions_fr = Soyez gentil.
                [metadata]
                experiment_name = Decisions
                experiment_name_fr = Décisions
                [g]
                payoffs = 1, 1 | 2, 2
                """);
        assertThat(definition.in("fr").name()).contains("Décisions");
        assertThat(definition.in("fr").display().instructions()).isEqualTo("Soyez gentil.");
        assertThat(definition.in("de")).isEqualTo(definition);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read("""
                        [common]
                        protocol = game
                        games = [g]
                        rounds = 1
                        rounds_fr = 2
                        experiment_name_fr = Décisions
                        [g]
                        payoffs = 1, 1 | 2, 2
                        """))
                .withMessageContaining("rounds_fr")
                .withMessageContaining("experiment_name_fr");
    }

    private static PriorHistory prior(List<Game> games, Random random) {
        List<List<GameAverage>> rounds = new ArrayList<>();
        for (int round = random.nextInt(3); round > 0; round--) {
            rounds.add(games.stream()
                    .map(game -> new GameAverage(
                            game.id(),
                            shares(game.rows(), random),
                            shares(game.columns(), random),
                            random.nextBoolean(),
                            0))
                    .toList());
        }
        return new PriorHistory(rounds);
    }

    private static List<Rational> shares(int size, Random random) {
        return random.ints(size, 0, 1_001)
                .mapToObj(thousandths -> Rational.of(thousandths, 1_000))
                .toList();
    }

    /** Text with everything that an INI reader might stumble over. */
    private static String words(Random random) {
        String[] pieces = {
            "a", " ", "\n", "\n\n", "#", " # ", ";", "$", "${x}", "\"", "\\", "=", "[", "]", "é", "😀", "\t", ":",
            "%(x)s", "\u2028", "\u0000", "\r", "<b>", "true", ",", "|"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
