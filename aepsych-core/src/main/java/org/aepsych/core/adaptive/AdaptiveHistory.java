package org.aepsych.core.adaptive;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.adaptive.message.AdaptiveViews;
import org.aepsych.core.adaptive.posterior.PosteriorQuestion;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.core.adaptive.posterior.Posteriors;
import org.aepsych.core.adaptive.recorded.Copies;
import org.aepsych.core.adaptive.recorded.SessionNumbers;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.AdaptiveState;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.engine.Fold;
import org.aepsych.core.replay.Replay;
import org.aepsych.core.replay.ReplayReport;

/**
 * Sessions of adaptive experiments as they were at any message of their log: since the state is a fold of the log, the
 * past is only a shorter fold. Changes nothing but by {@link #fork}. Thread-safe.
 */
public final class AdaptiveHistory {
    private final AdaptiveExperiments experiments;
    private final AdaptiveProtocol protocol;
    private final Posteriors posteriors;
    private final Storage storage;
    private final SessionNumbers numbers;

    /**
     * Looks at the past of a storage.
     *
     * @param experiments the sessions
     * @param protocol what the events mean
     * @param posteriors asks models
     * @param storage where the logs are
     */
    @Inject
    public AdaptiveHistory(
            AdaptiveExperiments experiments, AdaptiveProtocol protocol, Posteriors posteriors, Storage storage) {
        this.experiments = experiments;
        this.protocol = protocol;
        this.posteriors = posteriors;
        this.storage = storage;
        this.numbers = new SessionNumbers(storage.streams());
    }

    /**
     * A session as it was.
     *
     * @param at the message
     * @param last number of the log's last message
     * @param view how the session stood, right after the message
     * @param presented what the participant was looking at: for each stimulus its values; none between trials
     * @param belief what the model believed; empty if nothing varies
     */
    public record Moment(
            RecordedEvent at,
            long last,
            AdaptiveView view,
            List<List<AdaptiveView.Given>> presented,
            Optional<PosteriorView> belief) {
        /** Copies the lists. */
        public Moment {
            presented = presented.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Returns a session as it was at a message.
     *
     * @param stream the session
     * @param sequence number of the message; numbers beyond the log are its first or last
     * @param question which part of the belief is wanted
     * @return how it stood, right after the message
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}; {@code VALUE_REFUSED} if the question does not fit
     */
    public Moment at(StreamId stream, long sequence, PosteriorQuestion question) {
        int number = numbers.of(stream);
        Fold.Moment<AdaptiveState> then = new Fold<>(protocol)
                .upTo(stream, storage.events(), Math.max(1, sequence))
                .orElseThrow(() -> new AepsychException(
                        StandardError.LOG_TAMPERED, "stream " + stream + ": the log does not begin with a setup"));
        Session session = then.state().session();
        return new Moment(
                then.at(),
                storage.events().last(stream),
                AdaptiveViews.of(stream, number, session),
                presented(session),
                posteriors.of(stream, session, question));
    }

    private static List<List<AdaptiveView.Given>> presented(Session session) {
        List<String> names = session.design().space().names();
        List<List<AdaptiveView.Given>> presented = new ArrayList<>();
        session.pending().ifPresent(asked -> {
            for (Stimulus stimulus : asked.stimuli()) {
                List<AdaptiveView.Given> values = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    values.add(new AdaptiveView.Given(
                            names.get(i), stimulus.values().get(i).toString()));
                }
                presented.add(values);
            }
        });
        return presented;
    }

    /**
     * Makes every decision of the log again and compares.
     *
     * @param stream the session
     * @return how far it is good, and the first problem
     */
    public ReplayReport verify(StreamId stream) {
        return new Replay<>(protocol, storage).verify(experiments.view(stream).stream());
    }

    /**
     * Copies a session up to a message into a sandbox, to try out how it would have gone on. The copy belongs to an
     * experiment of its own; the original stays as it is.
     *
     * @param stream the session
     * @param sequence the last message to be copied, as for {@link #at}
     * @return the copy
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}
     */
    public StreamId fork(StreamId stream, long sequence) {
        int unused = numbers.of(stream);
        long until = Math.max(1, Math.min(sequence, storage.events().last(stream)));
        return experiments.fork(stream, until, header -> Copies.header(stream, header, until));
    }

    /**
     * Tells of which session a session is a sandbox copy.
     *
     * @param stream a session
     * @return the original; empty if {@link #fork} did not make the session
     */
    public Optional<StreamId> original(StreamId stream) {
        return storage.streams().find(stream).flatMap(Copies::source);
    }
}
