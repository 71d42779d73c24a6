package org.aepsych.core.game.definition;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;

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
    static final ConfigOption<Integer> WINNERS =
            ConfigOption.whole("winners", "how many winners are to be drawn").orElse(1);
    static final ConfigOption<String> INSTRUCTIONS = freeText("instructions", "text shown to participants");
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
            INSTRUCTIONS,
            START,
            SHOW_HISTORY,
            SHUFFLE,
            RELATIVE_ROUNDS);

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
    static final ConfigSchema GAME = ConfigSchema.of(NAME, PAYOFFS, ROWS, COLUMNS);

    private GameOptions() {}

    private static ConfigOption<String> freeText(String key, String help) {
        return new ConfigOption<>(
                key, "text, or a JSON string in quotation marks", FreeText::read, Optional.of(""), help, false);
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
