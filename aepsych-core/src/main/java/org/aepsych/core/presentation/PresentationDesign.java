package org.aepsych.core.presentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.space.Value;
import org.aepsych.core.json.Json;

/**
 * How an experiment's stimuli are presented in a browser. Immutable.
 *
 * @param presenter name of the presenter; empty if a page of one's own presents
 * @param task what participants do
 * @param stimulus the properties of a stimulus by name
 * @param reference the properties of what stands beside it; empty if nothing does
 * @param duration how long a stimulus is shown, in milliseconds; 0 until the answer
 * @param timing the rest of a trial's course
 * @param practice values of the parameters in the practice trials, in order
 * @param feedback whether answers are called right or wrong; always so in practice trials
 * @param breakEvery after how many trials a break is offered; 0 for never
 * @param fullscreen whether the page asks to fill the screen
 * @param calibration whether the participant's screen is measured first
 * @param levels of a rating
 * @param language the experiment's own, a tag
 * @param listed whether the server's first page names the experiment; otherwise one needs its link
 * @param words texts of the experimenter by name
 */
public record PresentationDesign(
        Optional<String> presenter,
        Task task,
        Map<String, Property> stimulus,
        Optional<Map<String, Property>> reference,
        Property duration,
        Timing timing,
        List<Map<String, Value>> practice,
        boolean feedback,
        int breakEvery,
        boolean fullscreen,
        boolean calibration,
        int levels,
        String language,
        boolean listed,
        Map<Words, LocalText> words) {
    /** Copies the collections. */
    public PresentationDesign {
        stimulus = Map.copyOf(stimulus);
        reference = reference.map(Map::copyOf);
        practice = practice.stream().map(Map::copyOf).toList();
        words = Map.copyOf(words);
    }

    /**
     * The course of a trial.
     *
     * @param fixation how long the fixation mark is shown before the stimulus, in milliseconds
     * @param gap between two intervals, in milliseconds
     */
    public record Timing(int fixation, int gap) {}

    /** The texts that an experimenter may write. */
    public enum Words {
        /** What participants agree to before anything else. */
        CONSENT,
        /** How it works, before the first trial. */
        INSTRUCTIONS,
        /** The question of each trial. */
        QUESTION,
        /** After the last trial. */
        FAREWELL,
        /** What the ends of a rating scale mean, separated by a bar: {@code not at all | very much}. */
        ANCHORS;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Returns a text of the experimenter.
     *
     * @param which the text
     * @param reader tag of the reader's language
     * @return the text, or empty if there is none
     */
    public Optional<String> words(Words which, String reader) {
        return Optional.ofNullable(words.get(which)).flatMap(text -> text.in(reader));
    }

    /**
     * Returns the properties of a stimulus in a trial.
     *
     * @param properties where they come from
     * @param parameters values of the parameters by name
     * @return a JSON object
     */
    public static Json.Obj shown(Map<String, Property> properties, Map<String, Value> parameters) {
        Json.Obj shown = Json.Obj.empty();
        for (Map.Entry<String, Property> entry : new java.util.TreeMap<>(properties).entrySet()) {
            shown = shown.with(entry.getKey(), entry.getValue().value(parameters));
        }
        return shown;
    }
}
