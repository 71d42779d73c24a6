package org.aepsych.web.admin;

import java.util.List;
import java.util.Optional;

/**
 * A session of an adaptive experiment.
 *
 * @param head what all its pages begin with
 * @param facts what can be said about it
 * @param steps names of its steps, with the one at work
 * @param belief what its model believes, if anything varies
 * @param columns names of parameters and outcomes
 * @param trials latest first
 */
public record SessionPage(
        ExperimentHead head,
        List<Fact> facts,
        List<Step> steps,
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
