package org.aepsych.core.presentation;

import java.util.Optional;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;

/** The options of {@code [presentation]}. */
final class PresentationOptions {
    static final String SECTION = "presentation";

    static final ConfigOption<Optional<String>> PRESENTER = new ConfigOption<>(
            "presenter",
            "the name of a presenter",
            text -> Optional.of(text.strip()),
            Optional.of(Optional.empty()),
            "what shows the stimuli; its properties are in the section of that name",
            false);
    static final ConfigOption<Task> TASK = new ConfigOption<>(
            "task",
            "one of " + String.join(", ", Task.keys()),
            text -> Task.find(text).orElseThrow(() -> new IllegalArgumentException(text)),
            Optional.of(Task.YES_NO),
            "what participants do in a trial",
            false);
    static final ConfigOption<String> DURATION = ConfigOption.text(
                    "duration", "how long a stimulus is shown, in milliseconds, or a parameter; 0 until the answer")
            .orElse("500");
    static final ConfigOption<Integer> FIXATION =
            milliseconds("fixation", "how long the fixation mark is shown before the stimulus, in milliseconds");
    static final ConfigOption<Integer> GAP = milliseconds("gap", "pause between two intervals, in milliseconds");
    static final ConfigOption<Integer> PRACTICE =
            counted("practice_trials", 0, 100, "trials before the first that counts");
    static final ConfigOption<Boolean> FEEDBACK = ConfigOption.flag(
                    "feedback", "say after each trial whether the answer was right")
            .orElse(false);
    static final ConfigOption<Integer> BREAK =
            counted("break_every", 0, 100_000, "trials between two breaks; 0 for none");
    static final ConfigOption<Boolean> FULLSCREEN =
            ConfigOption.flag("fullscreen", "ask to fill the screen").orElse(false);
    static final ConfigOption<Optional<Boolean>> CALIBRATION = new ConfigOption<>(
            "calibration",
            "true or false",
            text -> Optional.of(ConfigOption.flag("calibration", "").parser().apply(text)),
            Optional.of(Optional.empty()),
            "measure the participant's screen first; by default if the presenter needs it",
            false);
    static final ConfigOption<Integer> LEVELS = counted("levels", 5, 101, "levels of a rating");
    static final ConfigOption<String> LANGUAGE =
            ConfigOption.text("language", "language of the texts, such as en").orElse("en");
    static final ConfigOption<Boolean> LISTED = ConfigOption.flag(
                    "listed", "name the experiment on the server's first page, for everybody")
            .orElse(false);
    static final ConfigSchema SCHEMA = ConfigSchema.of(
            PRESENTER,
            TASK,
            DURATION,
            FIXATION,
            GAP,
            PRACTICE,
            FEEDBACK,
            BREAK,
            FULLSCREEN,
            CALIBRATION,
            LEVELS,
            LANGUAGE,
            LISTED);

    private PresentationOptions() {}

    private static ConfigOption<Integer> milliseconds(String key, String help) {
        return counted(key, 500, 60_000, help);
    }

    private static ConfigOption<Integer> counted(String key, int fallback, int most, String help) {
        return new ConfigOption<>(
                key,
                "a whole number from 0 to " + most,
                text -> {
                    int number = Integer.parseInt(text.strip());
                    if (number < 0 || number > most) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                },
                Optional.of(fallback),
                help,
                false);
    }
}
