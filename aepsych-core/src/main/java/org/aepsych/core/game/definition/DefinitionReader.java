package org.aepsych.core.game.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.game.Game;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;

/** Reads definitions of game experiments, and reports everything that is wrong together. */
public final class DefinitionReader {
    private static final int MOST_PERCENT = 100;

    private final Inspection file;
    private final Extensions extensions;
    private final ConfigSection common;

    private DefinitionReader(ExperimentFile file, Extensions extensions) {
        this.file = new Inspection(file);
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
        TranslationReader translations = new TranslationReader(file);
        translations.check(common, GameOptions.COMMON, GameOptions.TRANSLATED);
        Optional<ConfigSection> metadata = file.section(GameOptions.METADATA);
        metadata.ifPresent(
                section -> translations.check(section, GameOptions.METADATA_OPTIONS, GameOptions.METADATA_TRANSLATED));
        OwnTexts texts = translations.read(metadata);
        checkRanges();
        GamesReader gamesReader = new GamesReader(file);
        List<Game> games = gamesReader.read();
        PayoffChoice payoff = payoff();
        Questionnaire questionnaire = new QuestionnaireReader(file).read();
        PriorHistory prior = prior(games);
        SilenceReader silences = new SilenceReader(file, extensions);
        Silence silence =
                games.isEmpty() ? Silence.NONE : silences.read(games.get(0).roles());
        checkSections(payoff, silences.policies());
        file.refuseIfWrong();
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
                gamesReader.trees(),
                texts);
    }

    private InstructionKind kind() {
        String words = common.get(GameOptions.INSTRUCTIONS);
        String prize = common.get(GameOptions.LOTTERY);
        InstructionKind builtIn = prize.isEmpty() ? InstructionKind.NOLOTTERY : InstructionKind.LOTTERY;
        return common.get(GameOptions.INSTRUCTIONS_KIND).orElse(words.isBlank() ? builtIn : InstructionKind.TEXT);
    }

    /** Reads the history if the games it is about are good. */
    private PriorHistory prior(List<Game> games) {
        String text = file.value(GameOptions.HISTORY).orElse("");
        boolean gamesAreGood =
                games.size() == file.value(GameOptions.GAMES).orElse(List.of()).size();
        if (text.isBlank() || games.isEmpty() || !gamesAreGood) {
            return PriorHistory.NONE;
        }
        if (games.get(0).roles() != 2) {
            file.wrong(GameOptions.HISTORY, "only games of two roles can have a history");
            return PriorHistory.NONE;
        }
        try {
            PriorHistory history = PriorHistoryJson.read(text, games);
            return file.value(GameOptions.TRIM_HISTORY).orElse(false) ? history.trimmed() : history;
        } catch (IllegalArgumentException e) {
            file.wrong(GameOptions.HISTORY, String.valueOf(e.getMessage()));
            return PriorHistory.NONE;
        }
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
        file.value(GameOptions.PROTOCOL)
                .filter(protocol -> protocol != Protocol.GAME)
                .ifPresent(protocol ->
                        file.wrong(GameOptions.PROTOCOL, "expected game, but found \"" + protocol.key() + "\""));
        range(GameOptions.ROUNDS, 1, Schedule.MOST_ROUNDS);
        range(GameOptions.MINUTES, 1, Schedule.MOST_MINUTES);
        range(GameOptions.ROUNDPCT, 0, Integer.MAX_VALUE);
        range(GameOptions.ROUNDMIN, 0, Schedule.MOST_GRACE);
        range(GameOptions.PROUNDS, 0, Integer.MAX_VALUE);
        range(GameOptions.PLAYERMAX, 0, Integer.MAX_VALUE);
        range(GameOptions.WINNERS, 0, Integer.MAX_VALUE);
    }

    private void range(ConfigOption<Integer> option, int least, int most) {
        file.value(option)
                .filter(number -> number < least || number > most)
                .ifPresent(number -> file.wrong(
                        option,
                        "expected a whole number "
                                + (most == Integer.MAX_VALUE ? "from " + least : least + " to " + most)
                                + ", but found " + number));
    }

    private PayoffChoice payoff() {
        String name = file.value(GameOptions.PAYOFF_RULE).orElse("");
        Optional<PayoffRuleFactory> factory = extensions.payoffRule(name);
        if (factory.isEmpty()) {
            file.unknown(
                    GameOptions.PAYOFF_RULE,
                    "there is no payoff rule \"" + name + "\"",
                    name,
                    extensions.payoffRuleNames());
            return PayoffChoice.of(name);
        }
        Optional<ConfigSection> own = file.section(name);
        ConfigSection section = own.orElse(common);
        ConfigSchema schema = factory.get().configSchema();
        if (file.fits(section, schema, own.isPresent())) {
            boolean unused = file.works(() -> factory.get().create(section));
        }
        return new PayoffChoice(name, Inspection.said(section, schema));
    }

    private void checkSections(PayoffChoice payoff, Set<String> policies) {
        Set<String> used = new HashSet<>(file.value(GameOptions.GAMES).orElse(List.of()));
        used.addAll(file.value(GameOptions.QUESTIONS).orElse(List.of()));
        used.add(GameOptions.METADATA);
        used.add(payoff.rule());
        used.addAll(policies);
        for (String name : file.sectionNames()) {
            if (!used.contains(name)) {
                file.wrong(List.of(
                        Problem.of(name, "nothing uses this section").withHint("name it in games, or remove it")));
            }
        }
    }
}
