package org.aepsych.web.admin.session;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.security.Reach;

/**
 * A session of an adaptive experiment.
 *
 * @param head what all its pages begin with
 * @param facts what can be said about it
 * @param steps names of its steps, with the one at work
 * @param sandbox what can be done in a sandbox copy, if it is one
 * @param opened where participants join, if this session opened the experiment to their browsers
 * @param again where a new experiment begins like this one, if one may define any
 * @param whole where the whole experiment is that this is one session of, if it is open to browsers
 * @param export where the tables of the whole experiment are
 * @param belief what its model believes, if anything varies
 * @param columns names of parameters and outcomes
 * @param trials latest first
 */
public record SessionPage(
        ExperimentHead head,
        List<Fact> facts,
        List<Step> steps,
        Optional<Sandbox> sandbox,
        Optional<Opened> opened,
        Optional<String> again,
        Optional<String> whole,
        String export,
        Optional<BeliefPart> belief,
        List<String> columns,
        List<Row> trials) {
    /** Copies the lists. */
    public SessionPage {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
        columns = List.copyOf(columns);
        trials = List.copyOf(trials);
    }

    /**
     * Something with a name.
     *
     * @param label what it says
     * @param value as shown
     */
    public record Fact(String label, String value) {}

    /**
     * What can be done in a sandbox copy.
     *
     * @param original address of the session that it begins like
     * @param address where trials are asked for
     * @param token form token
     * @param mayObserve whether one may let the simulated observer answer
     */
    public record Sandbox(String original, String address, String token, boolean mayObserve) {}

    /**
     * An experiment that is open to browsers.
     *
     * @param address where participants join
     * @param code where the address is as a code for telephones
     * @param joined who has joined
     * @param reach from where the address can be opened
     * @param links for single participants, if they were asked for
     */
    public record Opened(String address, String code, List<Joined> joined, Reach reach, List<String> links) {
        /** Copies the lists. */
        public Opened {
            joined = List.copyOf(joined);
            links = List.copyOf(links);
        }

        /**
         * Counts who has done all trials.
         *
         * @return how many
         */
        public long finished() {
            return joined.stream().filter(Joined::finished).count();
        }
    }

    /**
     * Somebody who has joined.
     *
     * @param participant their code
     * @param address of their session
     * @param trials how many they have done, and of how many
     * @param state how far they are, in words
     * @param finished whether they have done all
     */
    public record Joined(String participant, String address, String trials, String state, boolean finished) {}

    /**
     * A step.
     *
     * @param name of its section
     * @param current whether it is at work
     * @param done whether it is finished
     */
    public record Step(String name, boolean current, boolean done) {}

    /**
     * A trial.
     *
     * @param number from 1
     * @param values of parameters, then outcomes
     */
    public record Row(String number, List<String> values) {
        /** Copies the list. */
        public Row {
            values = List.copyOf(values);
        }
    }
}
