package org.aepsych.core.adaptive.presented;

import org.aepsych.core.json.Json;

/**
 * What a participant answered in a browser.
 *
 * @param trial number of the trial
 * @param answer {@code yes} or {@code no}; the 0-based place of what was chosen; or a number on a scale
 * @param responseTime from the beginning of the stimulus to the answer, in seconds
 * @param measured what the browser measured besides, such as how long the stimulus was really shown; a JSON object of
 *     numbers, flags and short texts
 */
public record GivenAnswer(int trial, String answer, double responseTime, Json.Obj measured) {}
