package org.aepsych.web.admin.manage;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.security.Reach;

/**
 * Where experimenters see to an experiment's participants and to the experiment as a whole.
 *
 * @param head what all pages of the experiment begin with
 * @param id the experiment's public name, to be typed before it begins anew
 * @param address where forms are sent
 * @param token form token
 * @param copy where a new experiment like this one is defined
 * @param joinAddress where participants join
 * @param reach from where that address can be opened
 * @param registrationOpen whether participants may register themselves
 * @param pausable whether it can be paused now
 * @param paused whether it is paused
 * @param hasHistory whether rounds are finished
 * @param mailing whether mails can be sent
 * @param running whether rounds are being played
 * @param participants who takes part
 * @param longest most characters of a note to participants
 * @param notes written to them, latest first
 * @param backups folder on the server for the backup that is taken before something is deleted; empty if the storage
 *     cannot be backed up
 * @param notice what was done just now
 * @param secrets made just now; shown once
 */
public record ManagePage(
        ExperimentHead head,
        String id,
        String address,
        String token,
        String copy,
        String joinAddress,
        Reach reach,
        boolean registrationOpen,
        boolean pausable,
        boolean paused,
        boolean hasHistory,
        boolean mailing,
        boolean running,
        List<Person> participants,
        int longest,
        List<NoteLine> notes,
        Optional<String> backups,
        Optional<Notice> notice,
        Optional<Secrets> secrets) {
    /** Copies the lists. */
    public ManagePage {
        participants = List.copyOf(participants);
        notes = List.copyOf(notes);
    }

    /**
     * A participant.
     *
     * @param id pseudonymous id
     * @param identifier what they are called
     */
    public record Person(long id, String identifier) {}

    /**
     * What was done.
     *
     * @param text a sentence
     * @param details more of it
     */
    public record Notice(String text, List<String> details) {
        /** Copies the list. */
        public Notice {
            details = List.copyOf(details);
        }
    }

    /**
     * Links or passwords.
     *
     * @param title what they are
     * @param lines one for each participant
     */
    public record Secrets(String title, List<Line> lines) {
        /** Copies the list. */
        public Secrets {
            lines = List.copyOf(lines);
        }

        /** Returns nothing of the secrets. */
        @Override
        public String toString() {
            return "Secrets[…]";
        }
    }

    /**
     * A link or password.
     *
     * @param identifier whose
     * @param secret what they get
     */
    public record Line(String identifier, String secret) {
        /** Returns nothing of the secret. */
        @Override
        public String toString() {
            return "Line[…]";
        }
    }
}
