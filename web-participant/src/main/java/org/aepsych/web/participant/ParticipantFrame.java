package org.aepsych.web.participant;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Frame;

/**
 * What stands around the pages of a participant who is logged in.
 *
 * @param experiment in which experiment
 * @param token form token of the session
 */
record ParticipantFrame(ExperimentId experiment, String token) {

    Frame frame(String title, Tab current) {
        List<Frame.Link> links = List.of(
                new Frame.Link("Play", playAddress(), current == Tab.PLAY),
                new Frame.Link("History", historyAddress(), current == Tab.HISTORY),
                new Frame.Link("How it works", address() + "/instructions", current == Tab.INSTRUCTIONS));
        Frame.Form leave = new Frame.Form(address() + "/logout", token);
        return new Frame(title, playAddress(), links, Optional.empty(), Optional.of(leave), Optional.empty());
    }

    String address() {
        return Addresses.experiment(experiment);
    }

    String playAddress() {
        return address() + "/play";
    }

    String questionsAddress() {
        return address() + "/questions";
    }

    String historyAddress() {
        return address() + "/history";
    }

    String eventsAddress() {
        return address() + "/events";
    }

    /** The pages that the navigation leads to. */
    enum Tab {
        PLAY,
        HISTORY,
        INSTRUCTIONS,
        NONE
    }
}
