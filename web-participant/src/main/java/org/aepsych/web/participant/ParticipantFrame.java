package org.aepsych.web.participant;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.view.OpenNote;
import org.aepsych.web.language.Languages;
import org.aepsych.web.language.Texts;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Frame;

/**
 * What stands around the pages of a participant who is logged in.
 *
 * @param experiment in which experiment
 * @param token form token of the session
 * @param texts in the participant's language
 * @param notes what the experimenter wrote to the participant
 */
record ParticipantFrame(ExperimentId experiment, String token, Texts texts, List<OpenNote> notes) {
    ParticipantFrame(ExperimentId experiment, String token, Texts texts) {
        this(experiment, token, texts, List.of());
    }

    /** Returns what stands around the pages of somebody who is here, in their language. */
    static ParticipantFrame of(Context context, Visit visit, FormTokens forms) {
        return new ParticipantFrame(visit.experiment(), forms.forSession(visit.session()), Languages.texts(context));
    }

    /** The same with what the experimenter wrote. */
    ParticipantFrame with(List<OpenNote> shown) {
        return new ParticipantFrame(experiment, token, texts, shown);
    }

    Frame frame(String title, Tab current) {
        List<Frame.Link> links = List.of(
                new Frame.Link(texts.of("nav.play"), playAddress(), current == Tab.PLAY),
                new Frame.Link(texts.of("nav.history"), historyAddress(), current == Tab.HISTORY),
                new Frame.Link(texts.of("nav.instructions"), instructionsAddress(), current == Tab.INSTRUCTIONS));
        Frame.Form leave = new Frame.Form(address() + "/logout", token);
        String here = switch (current) {
            case PLAY, NONE -> playAddress();
            case HISTORY -> historyAddress();
            case INSTRUCTIONS -> instructionsAddress();
        };
        return new Frame(title, playAddress(), links, Optional.empty(), Optional.of(leave), Optional.empty())
                .in(texts, Optional.of(here))
                .with(new Frame.Notes(
                        notesAddress(),
                        token,
                        notes.stream()
                                .map(note ->
                                        new Frame.Note(note.number(), note.at().toString(), note.text()))
                                .toList()));
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

    /** Where a round is unfolded; rounds are counted from 0. */
    String whyAddress(int round) {
        return historyAddress() + "?round=" + round + "#why";
    }

    String instructionsAddress() {
        return address() + "/instructions";
    }

    String wordsAddress() {
        return address() + "/words";
    }

    private String notesAddress() {
        return address() + "/notes";
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
