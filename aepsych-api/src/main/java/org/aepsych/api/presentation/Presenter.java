package org.aepsych.api.presentation;

import org.aepsych.api.config.ConfigSchema;

/**
 * Shows a kind of stimulus in the browsers of participants: a script, and the properties that a stimulus of the kind
 * has. In an experiment file each property is a constant or follows a parameter. Thread-safe.
 *
 * <p>The script is an ECMAScript module without imports. It exports
 *
 * <ul>
 *   <li>{@code prepare(properties, tools)}, which returns, at once or as a promise, whatever {@code show} needs, so that
 *       showing takes no time;
 *   <li>{@code show(slot, prepared, tools)}, called in the animation frame in which the stimulus begins; {@code slot} is
 *       an empty element to be filled;
 *   <li>optionally {@code hide(slot, prepared, tools)}, called in the frame in which it ends, after which the slot is
 *       emptied in any case.
 * </ul>
 *
 * <p>{@code properties} has every property of the schema that has a value, numbers as numbers. {@code tools} has
 * {@code pixelsPerDegree} (CSS pixels for a degree of visual angle), {@code gamma} (of the screen), {@code audio()} (an
 * audio context that has been allowed to sound), {@code file(name)} (address of a file of the experiment),
 * {@code text(key)} (a text in the participant's language) and {@code language}.
 *
 * <p>Pages forbid inline scripts, inline style attributes and everything from other servers.
 */
public interface Presenter {
    /**
     * Returns what experiment files say.
     *
     * @return such as {@code gabor}
     */
    String name();

    /**
     * Returns the properties of a stimulus. An option without fallback must be given; the parsers check constants.
     *
     * @return the properties with their units in the help texts
     */
    ConfigSchema properties();

    /**
     * Returns the script.
     *
     * @return text of an ECMAScript module
     */
    String script();

    /**
     * Tells whether sizes are degrees of visual angle, so that the participant's screen has to be measured first.
     *
     * @return no by default
     */
    default boolean calibrated() {
        return false;
    }
}
