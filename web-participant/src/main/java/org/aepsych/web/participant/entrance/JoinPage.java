package org.aepsych.web.participant.entrance;

import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * Where one joins an experiment, or comes back to it.
 *
 * @param frame around it
 * @param name what the experiment is called
 * @param facts what awaits participants, in a sentence
 * @param address where the forms are sent
 * @param token their form token
 * @param open whether new participants may join now
 * @param identifier what was entered before
 * @param joinError why joining failed
 * @param returnError why coming back failed
 */
public record JoinPage(
        Frame frame,
        String name,
        String facts,
        String address,
        String token,
        boolean open,
        String identifier,
        Optional<String> joinError,
        Optional<String> returnError) {}
