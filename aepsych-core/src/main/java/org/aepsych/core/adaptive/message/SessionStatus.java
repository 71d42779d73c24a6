package org.aepsych.core.adaptive.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a session stands.
 *
 * @param experimentId the experiment it belongs to
 * @param step name of the step at work
 * @param observations how many observations strategies learned of
 * @param model name of the step's model
 * @param acquisition name of its acquisition function
 * @param finished whether the whole sequence is finished
 * @param ended whether the client said goodbye
 * @param parameters the parameters with the bounds that the protocol reports
 * @param config the file: section, option, text; empty for an option without value
 */
public record SessionStatus(
        String experimentId,
        String step,
        int observations,
        Optional<String> model,
        Optional<String> acquisition,
        boolean finished,
        boolean ended,
        List<AdaptiveView.Dimension> parameters,
        Map<String, Map<String, Optional<String>>> config) {
    /** Copies the list. */
    public SessionStatus {
        parameters = List.copyOf(parameters);
    }
}
