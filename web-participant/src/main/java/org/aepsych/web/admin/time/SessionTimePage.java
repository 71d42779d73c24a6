package org.aepsych.web.admin.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.admin.session.BeliefPart;
import org.aepsych.web.admin.session.SessionPage;

/**
 * A session of an adaptive experiment as it was at a message of its log.
 *
 * @param head what all its pages begin with
 * @param travel the slider
 * @param token form token
 * @param when the message was recorded
 * @param type what kind of message it is
 * @param contents of the message
 * @param state how far the session was, in words
 * @param facts what can be said about it
 * @param steps names of its steps, with the one at work
 * @param presented what the participant was looking at: a line for each parameter, a value for each stimulus
 * @param belief what its model believed, if anything varies
 * @param columns names of parameters and outcomes
 * @param trials latest first
 * @param verdict what verifying found, if that was asked for
 * @param mayFork whether one may copy
 */
public record SessionTimePage(
        ExperimentHead head,
        Travel travel,
        String token,
        Instant when,
        String type,
        String contents,
        String state,
        List<SessionPage.Fact> facts,
        List<SessionPage.Step> steps,
        List<SessionPage.Row> presented,
        Optional<BeliefPart> belief,
        List<String> columns,
        List<SessionPage.Row> trials,
        Optional<TimePage.Verdict> verdict,
        boolean mayFork) {
    /** Copies the lists. */
    public SessionTimePage {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
        presented = List.copyOf(presented);
        columns = List.copyOf(columns);
        trials = List.copyOf(trials);
    }
}
