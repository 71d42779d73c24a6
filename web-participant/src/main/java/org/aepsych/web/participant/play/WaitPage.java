package org.aepsych.web.participant.play;

import java.util.List;
import java.util.Optional;
import org.aepsych.core.game.view.Turnout;
import org.aepsych.web.view.Countdown;
import org.aepsych.web.view.Frame;

/**
 * There is nothing to do for the moment.
 *
 * @param frame around it
 * @param over where the participant stands, above the heading
 * @param heading what is awaited
 * @param message what will happen
 * @param countdown when, if that is known
 * @param turnout how many have played the round, while the others are awaited
 * @param figures what has been earned so far
 * @param history where past rounds are shown, if there are any
 * @param notice something that has just happened
 */
public record WaitPage(
        Frame frame,
        String over,
        String heading,
        String message,
        Optional<Countdown> countdown,
        Optional<Turnout> turnout,
        List<Figure> figures,
        Optional<String> history,
        Optional<String> notice) {
    /** Copies the list. */
    public WaitPage {
        figures = List.copyOf(figures);
    }
}
