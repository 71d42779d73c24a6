package org.aepsych.web.presentation;

import java.util.List;
import org.aepsych.core.adaptive.presented.PresentedSessions.Progress;
import org.aepsych.web.view.Frame;

/**
 * The page on which trials take place; a script does the rest.
 *
 * @param frame around it
 * @param name of the experiment
 * @param instructions in paragraphs
 * @param farewell in paragraphs
 * @param keys how to answer without a mouse
 * @param fullscreen whether the page will fill the screen
 * @param address of the experiment
 * @param token of its forms
 * @param progress how far the participant is
 * @param config what the script has to know, as JSON
 */
public record RunPage(
        Frame frame,
        String name,
        List<String> instructions,
        List<String> farewell,
        String keys,
        boolean fullscreen,
        String address,
        String token,
        Progress progress,
        String config) {
    /** Copies the lists. */
    public RunPage {
        instructions = List.copyOf(instructions);
        farewell = List.copyOf(farewell);
    }
}
