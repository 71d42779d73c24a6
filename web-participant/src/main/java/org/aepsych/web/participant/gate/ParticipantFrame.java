package org.aepsych.web.participant.gate;

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
public record ParticipantFrame(ExperimentId experiment, String token, Texts texts, List<OpenNote> notes) {
    /** Copies the list. */
    public ParticipantFrame {
        notes = List.copyOf(notes);
    }

    /**
     * What stands around pages without notes.
     *
     * @param experiment in which experiment
     * @param token form token of the session
     * @param texts in the participant's language
     */
    public ParticipantFrame(ExperimentId experiment, String token, Texts texts) {
        this(experiment, token, texts, List.of());
    }

    /**
     * Returns what stands around the pages of somebody who is here, in their language.
     *
     * @param context the exchange
     * @param visit who is here
     * @param forms make the form token
     * @return the same for all their pages
     */
    public static ParticipantFrame of(Context context, Visit visit, FormTokens forms) {
        return new ParticipantFrame(visit.experiment(), forms.forSession(visit.session()), Languages.texts(context));
    }

    /**
     * Adds what the experimenter wrote.
     *
     * @param shown notes that were not put away
     * @return the same with these notes
     */
    public ParticipantFrame with(List<OpenNote> shown) {
        return new ParticipantFrame(experiment, token, texts, shown);
    }

    /**
     * Returns the frame of a page.
     *
     * @param title of the page
     * @param current where it is in the navigation
     * @return the frame
     */
    public Frame frame(String title, Tab current) {
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

    /**
     * Returns where one plays.
     *
     * @return the path
     */
    public String playAddress() {
        return address() + "/play";
    }

    /**
     * Returns where questions are asked.
     *
     * @return the path
     */
    public String questionsAddress() {
        return address() + "/questions";
    }

    /**
     * Returns where finished rounds are.
     *
     * @return the path
     */
    public String historyAddress() {
        return address() + "/history";
    }

    /**
     * Returns where the payoffs of a round are unfolded.
     *
     * @param round its number, from 0
     * @return the path, with the place in the page
     */
    public String whyAddress(int round) {
        return historyAddress() + "?round=" + round + "#why";
    }

    /**
     * Returns where the rules are.
     *
     * @return the path
     */
    public String instructionsAddress() {
        return address() + "/instructions";
    }

    /**
     * Returns where words for the draw are sent.
     *
     * @return the path
     */
    public String wordsAddress() {
        return address() + "/words";
    }

    private String notesAddress() {
        return address() + "/notes";
    }

    /**
     * Returns where one hears that something has changed.
     *
     * @return the path
     */
    public String eventsAddress() {
        return address() + "/events";
    }

    /** The pages that the navigation leads to. */
    public enum Tab {
        /** What is to be done now. */
        PLAY,
        /** Finished rounds. */
        HISTORY,
        /** The rules. */
        INSTRUCTIONS,
        /** A page that is in none of them. */
        NONE
    }
}
