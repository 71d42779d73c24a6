package org.aepsych.core.adaptive.message;

import java.util.List;
import org.aepsych.api.experiment.StreamId;

/**
 * A session as people look at it.
 *
 * @param stream the session
 * @param number its {@code strat_id}
 * @param name {@code experiment_name}
 * @param experimentId {@code experiment_id}
 * @param participantId who takes part
 * @param steps names of the steps, in order
 * @param current 0-based step that is at work
 * @param finished whether the last step is finished
 * @param ended whether the client said goodbye
 * @param parameters in order
 * @param trials in order
 */
public record AdaptiveView(
        StreamId stream,
        int number,
        String name,
        String experimentId,
        String participantId,
        List<String> steps,
        int current,
        boolean finished,
        boolean ended,
        List<Dimension> parameters,
        List<Shown> trials) {
    /** Copies the lists. */
    public AdaptiveView {
        steps = List.copyOf(steps);
        parameters = List.copyOf(parameters);
        trials = List.copyOf(trials);
    }

    /**
     * A session in a list.
     *
     * @param stream the session
     * @param number its {@code strat_id}
     * @param name {@code experiment_name}
     * @param experimentId {@code experiment_id}
     * @param participantId who takes part
     */
    public record Summary(StreamId stream, int number, String name, String experimentId, String participantId) {}

    /**
     * A parameter.
     *
     * @param name unique within the session
     * @param kind as the file's {@code par_type}
     * @param lower least value as the protocol reports it; 0 for choices
     * @param upper greatest value as the protocol reports it; the last index for choices
     * @param choices texts of a categorical parameter, otherwise none
     */
    public record Dimension(String name, String kind, double lower, double upper, List<String> choices) {
        /** Copies the choices. */
        public Dimension {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A trial.
     *
     * @param parameters texts of the values as received
     * @param outcomes as received
     * @param modelData whether strategies learned of it
     */
    public record Shown(List<Given> parameters, List<Measured> outcomes, boolean modelData) {
        /** Copies the lists. */
        public Shown {
            parameters = List.copyOf(parameters);
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * A value of a parameter.
     *
     * @param name the parameter
     * @param value as received
     */
    public record Given(String name, String value) {}

    /**
     * An outcome.
     *
     * @param name the outcome
     * @param value as received
     */
    public record Measured(String name, double value) {}
}
