package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.adaptive.posterior.Posteriors;
import org.aepsych.web.posterior.PosteriorInputs;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;

/** Tells programs of the sessions of adaptive experiments. */
final class SessionsResource {
    private static final int OK = 200;

    private final AdaptiveExperiments adaptive;
    private final Posteriors posteriors;
    private final Messages messages;
    private final RestGate gate;
    private final Json json;

    @Inject
    SessionsResource(AdaptiveExperiments adaptive, Posteriors posteriors, Messages messages, RestGate gate, Json json) {
        this.adaptive = adaptive;
        this.posteriors = posteriors;
        this.messages = messages;
        this.gate = gate;
        this.json = json;
    }

    /**
     * A session in a list.
     *
     * @param session its log
     * @param number its {@code strat_id}
     * @param name of the experiment
     * @param experiment its id
     * @param participant whose it is
     */
    record Line(long session, int number, String name, String experiment, String participant) {}

    /**
     * A session.
     *
     * @param session its log
     * @param name of the experiment
     * @param experiment its id
     * @param participant whose it is
     * @param steps names in order
     * @param current the one at work, from 0
     * @param finished whether the last is finished
     * @param parameters what varies
     * @param trials in order
     */
    record Session(
            long session,
            String name,
            String experiment,
            String participant,
            List<String> steps,
            int current,
            boolean finished,
            List<AdaptiveView.Dimension> parameters,
            List<AdaptiveView.Shown> trials) {}

    void list(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        adaptive.list().stream()
                                .map(one -> new Line(
                                        one.stream().value(),
                                        one.number(),
                                        one.name(),
                                        one.experimentId(),
                                        one.participantId()))
                                .toList()));
    }

    void one(Context context) {
        gate.show(context, (exchange, holder) -> {
            AdaptiveView view = adaptive.view(session(exchange));
            json.send(
                    exchange,
                    OK,
                    new Session(
                            view.stream().value(),
                            view.name(),
                            view.experimentId(),
                            view.participantId(),
                            view.steps(),
                            view.current(),
                            view.finished(),
                            view.parameters(),
                            view.trials()));
        });
    }

    void posterior(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        posteriors
                                .present(adaptive.view(session(exchange)).stream(), PosteriorInputs.read(exchange))
                                .orElseThrow(() -> new AepsychException(
                                        StandardError.NOT_FOUND_HERE,
                                        "All parameters of the session are fixed, so there is nothing to believe about"
                                                + " them."))));
    }

    void log(Context context) {
        gate.show(context, (exchange, holder) -> messages.send(exchange, adaptive.view(session(exchange)).stream()));
    }

    private static StreamId session(Context context) {
        return new StreamId(Inputs.id(context, "session"));
    }
}
