package org.aepsych.web.live;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.engine.CommitListener;

/** Tells pages of adaptive sessions, and of the experiments that they belong to, what has happened. Thread-safe. */
public final class SessionNews implements CommitListener {
    private final AdaptiveExperiments sessions;
    private final LiveUpdates live;

    /** A session stays in its experiment. */
    private final Map<StreamId, ExperimentId> experiments = new ConcurrentHashMap<>();

    /**
     * Takes what it works with.
     *
     * @param sessions knows which experiment a session belongs to
     * @param live tells open pages
     */
    @Inject
    public SessionNews(AdaptiveExperiments sessions, LiveUpdates live) {
        this.sessions = sessions;
        this.live = live;
    }

    /** A page with all sessions of an experiment follows within a second, however many take part. */
    @Override
    public void committed(StreamId stream, long last) {
        live.changed(new Topic.AdaptiveSession(stream));
        experiment(stream)
                .ifPresent(
                        experiment -> live.moved(new Topic.AdaptiveExperiment(experiment), Set.of(), Optional::empty));
    }

    private Optional<ExperimentId> experiment(StreamId stream) {
        ExperimentId known = experiments.get(stream);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ExperimentId> found = sessions.experiment(stream);
        found.ifPresent(experiment -> experiments.put(stream, experiment));
        return found;
    }
}
