package org.aepsych.web.admin.manage;

import java.util.List;
import org.aepsych.web.admin.game.MonitorPage;
import org.aepsych.web.admin.head.ExperimentHead;

/**
 * A participant of a game experiment, and what can be done about them.
 *
 * @param head what all pages of the experiment begin with
 * @param address of this page, where forms are sent
 * @param manage where links and passwords are made
 * @param time where the experiment is shown as it was
 * @param token form token
 * @param person who
 * @param erasable whether it is known who they are, and one may erase it
 * @param releasable whether they can be let go now
 * @param released whether they have left for good
 * @param longest most characters of a note
 * @param mailing whether a link or password can be mailed to them
 * @param notes what was written to them, latest first
 */
public record PersonPage(
        ExperimentHead head,
        String address,
        String manage,
        String time,
        String token,
        MonitorPage.Person person,
        boolean erasable,
        boolean releasable,
        boolean released,
        int longest,
        boolean mailing,
        List<NoteLine> notes) {
    /** Copies the list. */
    public PersonPage {
        notes = List.copyOf(notes);
    }
}
