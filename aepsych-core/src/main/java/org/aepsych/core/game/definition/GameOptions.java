package org.aepsych.core.game.definition;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.core.account.EmailAddress;
import org.aepsych.core.game.lottery.DrawMethod;

/** The options of a game experiment's file. */
final class GameOptions {
    static final String METADATA = "metadata";
    static final String NOW = "now";

    static final ConfigOption<Protocol> PROTOCOL = new ConfigOption<>(
            "protocol",
            "adaptive or game",
            text -> Protocol.ofKey(text.trim()),
            Optional.empty(),
            "kind of experiment",
            false);
    static final ConfigOption<List<String>> GAMES =
            ConfigOption.texts("games", "names of the games' sections, in the order of their numbers");
    static final ConfigOption<Integer> ROUNDS = ConfigOption.whole("rounds", "number of rounds");
    static final ConfigOption<Integer> MINUTES =
            ConfigOption.whole("minutes", "longest duration of a round").orElse(10);
    static final ConfigOption<Integer> ROUNDPCT = ConfigOption.whole(
                    "roundpct", "percentage of the players of each role that ends a round early; 0 for never")
            .orElse(100);
    static final ConfigOption<Integer> ROUNDMIN = ConfigOption.whole(
                    "roundmin", "minutes that a round lasts before that percentage counts")
            .orElse(0);
    static final ConfigOption<Integer> PROUNDS = ConfigOption.whole(
                    "prounds", "rounds that each participant may play; 0 for all")
            .orElse(0);
    static final ConfigOption<Integer> PLAYERMAX = ConfigOption.whole(
                    "playermax", "most participants present at a time for each role; 0 for no limit")
            .orElse(0);
    static final ConfigOption<Boolean> AUTOADD = ConfigOption.flag(
                    "autoadd", "whether participants may register themselves")
            .orElse(true);
    static final ConfigOption<Boolean> AUTOADDPRESERVE = ConfigOption.flag(
                    "autoaddpreserve", "whether they still may after the start")
            .orElse(true);
    static final ConfigOption<String> PAYOFF_RULE =
            ConfigOption.text("payoff_rule", "name of the payoff rule").orElse("population-average");
    static final ConfigOption<String> LOTTERY = freeText("lottery", "prize in words; empty if there is no lottery");
    static final ConfigOption<DrawMethod> LOTTERY_DRAW = new ConfigOption<>(
            "lottery_draw",
            "seed or committed",
            GameOptions::drawMethod,
            Optional.of(DrawMethod.SEED),
            "whether the experimenter chooses a seed at the draw, or the draw is bound to a secret whose hash is published at the"
                    + " start",
            false);
    static final ConfigOption<Integer> WINNERS =
            ConfigOption.whole("winners", "how many winners are to be drawn").orElse(1);
    static final ConfigOption<String> INSTRUCTIONS = freeText(
            "instructions", "your own words, shown to participants after the built-in instructions or instead of them");
    static final ConfigOption<Optional<InstructionKind>> INSTRUCTIONS_KIND = new ConfigOption<>(
            "instructions_kind",
            "text, html, lottery, nolottery or recruited",
            text -> Optional.of(InstructionKind.ofKey(text.trim())),
            Optional.of(Optional.empty()),
            "text and html show only the instructions given here; the others are built in; if absent, text where"
                    + " instructions are given, else built in",
            false);
    static final ConfigOption<String> CONSENT =
            freeText("consent", "what participants have to agree to before they join; empty if nothing");
    static final ConfigOption<Boolean> QUESTIONNAIRE = ConfigOption.flag(
                    "questionnaire",
                    "whether participants answer questions before they join; yes if questions are given")
            .orElse(false);
    static final ConfigOption<List<String>> QUESTIONS = ConfigOption.texts(
                    "questions",
                    "names of the sections with your own questions; with none, the built-in ones are asked")
            .orElse(List.of());
    static final ConfigOption<String> HISTORY =
            freeText("history", "JSON of an earlier experiment's rounds, shown before the first one");
    static final ConfigOption<Boolean> TRIM_HISTORY = ConfigOption.flag(
                    "trim_history", "whether the last rounds of that history are left out in which nobody played")
            .orElse(false);
    static final ConfigOption<Boolean> MAILROUND = ConfigOption.flag(
                    "mailround", "whether participants with an e-mail address are told when a round begins")
            .orElse(false);
    static final ConfigOption<Optional<URI>> LOGINURI = new ConfigOption<>(
            "loginuri",
            "an address beginning with https:// or http://",
            text -> Optional.of(webAddress(FreeText.read(text.trim()))),
            Optional.of(Optional.empty()),
            "address that mails name for logging in; that of this server if absent",
            false);
    static final ConfigOption<String> MAIL_LANGUAGE = new ConfigOption<>(
            "mail_language",
            "a language of two small letters such as fr",
            text -> languageTag(FreeText.read(text.trim())),
            Optional.of(Correspondence.USUAL_LANGUAGE),
            "language of mails to participants who have not been here yet; others get theirs in the language they read",
            false);
    static final ConfigOption<Optional<String>> CONTACT = new ConfigOption<>(
            "contact",
            "an e-mail address",
            text -> Optional.of(EmailAddress.parse(FreeText.read(text.trim()))),
            Optional.of(Optional.empty()),
            "the experimenter's e-mail address, which instructions may show",
            false);
    static final ConfigOption<Optional<Instant>> START = new ConfigOption<>(
            "start",
            "now, or an instant such as 2026-03-01T09:00:00Z",
            GameOptions::start,
            Optional.of(Optional.empty()),
            "when the first round begins",
            false);
    static final ConfigOption<Boolean> SHOW_HISTORY = ConfigOption.flag(
                    "show_history", "whether participants see the averages of finished rounds")
            .orElse(true);
    static final ConfigOption<Boolean> SHUFFLE = ConfigOption.flag(
                    "shuffle", "whether games and actions are shown in an order of each participant's own")
            .orElse(true);
    static final ConfigOption<Boolean> RELATIVE_ROUNDS = ConfigOption.flag(
                    "relative_rounds", "whether rounds are counted from each participant's first one")
            .orElse(false);
    static final ConfigOption<List<String>> SILENT_AFTER = ConfigOption.texts(
                    "silent_after",
                    "seconds without a sign of life after which a participant counts as silent, for all roles or one for each")
            .orElse(List.of());
    static final ConfigOption<List<String>> IF_SILENT = ConfigOption.texts(
                    "if_silent",
                    "what happens to silent participants, for all roles or one for each: wait, skip, release, or bot:POLICY")
            .orElse(List.of());
    static final ConfigSchema COMMON = ConfigSchema.of(
            PROTOCOL,
            GAMES,
            ROUNDS,
            MINUTES,
            ROUNDPCT,
            ROUNDMIN,
            PROUNDS,
            PLAYERMAX,
            AUTOADD,
            AUTOADDPRESERVE,
            PAYOFF_RULE,
            LOTTERY,
            WINNERS,
            LOTTERY_DRAW,
            INSTRUCTIONS,
            INSTRUCTIONS_KIND,
            START,
            SHOW_HISTORY,
            SHUFFLE,
            RELATIVE_ROUNDS,
            CONSENT,
            QUESTIONNAIRE,
            QUESTIONS,
            HISTORY,
            TRIM_HISTORY,
            MAILROUND,
            LOGINURI,
            MAIL_LANGUAGE,
            CONTACT,
            SILENT_AFTER,
            IF_SILENT);

    static final ConfigOption<String> EXPERIMENT_NAME = freeText("experiment_name", "shown to experimenters");
    static final ConfigOption<String> EXPERIMENT_DESCRIPTION =
            freeText("experiment_description", "shown to experimenters");
    static final ConfigOption<Optional<ExperimentId>> EXPERIMENT_ID = new ConfigOption<>(
            "experiment_id",
            "1 to 128 characters without control characters",
            text -> Optional.of(new ExperimentId(FreeText.read(text))),
            Optional.of(Optional.empty()),
            "public name of the experiment, part of its addresses",
            false);
    static final ConfigSchema METADATA_OPTIONS =
            ConfigSchema.of(EXPERIMENT_NAME, EXPERIMENT_DESCRIPTION, EXPERIMENT_ID);

    static final ConfigOption<String> NAME = freeText("name", "shown to experimenters; the section's name if absent");
    static final ConfigOption<String> PAYOFFS = ConfigOption.text(
            "payoffs",
            "a line for each row, cells separated by |, each the row's and the column's payoff: 3, 3 | 0, 5");
    static final ConfigOption<Integer> ROWS = ConfigOption.whole(
                    "rows", "number of rows, if payoffs are plain numbers separated by blanks")
            .orElse(0);
    static final ConfigOption<Integer> COLUMNS = ConfigOption.whole(
                    "columns", "number of columns, if payoffs are plain numbers separated by blanks")
            .orElse(0);
    static final ConfigOption<List<String>> ACTIONS = ConfigOption.texts(
                    "actions",
                    "number of actions of each role, if there are more than two roles: [2, 2, 3]; each cell then has as many"
                            + " payoffs")
            .orElse(List.of());
    static final ConfigOption<String> TREE = ConfigOption.text(
            "tree",
            "instead of payoffs, a line for each node of a game in extensive form: NAME: WHO: MOVE -> TARGET | MOVE -> TARGET");
    static final ConfigSchema TREE_GAME = ConfigSchema.of(NAME, TREE);
    static final ConfigSchema GAME = ConfigSchema.of(NAME, PAYOFFS, ROWS, COLUMNS, ACTIONS);

    /** Options of {@code [common]} and {@code [metadata]} that may be there in other languages, too. */
    static final List<ConfigOption<String>> TRANSLATED = List.of(INSTRUCTIONS, LOTTERY, CONSENT);

    static final List<ConfigOption<String>> METADATA_TRANSLATED = List.of(EXPERIMENT_NAME);
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    static final ConfigOption<String> QUESTION = requiredText("question", "what is asked");
    static final ConfigOption<String> ANSWER = requiredText("answer", "the only right answer, to the letter");
    static final ConfigSchema OWN_QUESTION = ConfigSchema.of(QUESTION, ANSWER);

    private GameOptions() {}

    /** Returns the language of an option that translates another one, such as {@code instructions_fr}. */
    static Optional<String> language(String key, List<ConfigOption<String>> translated) {
        return translated.stream()
                .filter(option -> key.startsWith(option.key() + "_"))
                .map(option -> key.substring(option.key().length() + 1))
                .filter(language -> LANGUAGE.matcher(language).matches())
                .findFirst();
    }

    /** Returns the option that translates another one. */
    static ConfigOption<String> translated(ConfigOption<String> option, String language) {
        return freeText(option.key() + "_" + language, "the same in another language");
    }

    private static ConfigOption<String> requiredText(String key, String help) {
        return new ConfigOption<>(
                key,
                "text of 1 to " + Question.LONGEST + " characters, or a JSON string in quotation marks",
                text -> {
                    String meant = FreeText.read(text);
                    if (meant.isBlank() || meant.length() > Question.LONGEST) {
                        throw new IllegalArgumentException("a text of " + meant.length() + " characters");
                    }
                    return meant;
                },
                Optional.empty(),
                help,
                false);
    }

    private static URI webAddress(String text) {
        URI address = URI.create(text);
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException("not a web address: " + text);
        }
        return address;
    }

    private static String languageTag(String text) {
        if (!LANGUAGE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a language: " + text);
        }
        return text;
    }

    private static ConfigOption<String> freeText(String key, String help) {
        return new ConfigOption<>(
                key, "text, or a JSON string in quotation marks", FreeText::read, Optional.of(""), help, false);
    }

    private static DrawMethod drawMethod(String text) {
        DrawMethod method = DrawMethod.ofKey(text.strip());
        if (method == DrawMethod.ELSEWHERE) {
            throw new IllegalArgumentException("a draw is made here");
        }
        return method;
    }

    private static Optional<Instant> start(String text) {
        if (text.trim().equals(NOW)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text.trim()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not an instant: " + text, e);
        }
    }
}
