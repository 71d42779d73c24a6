package org.aepsych.web.live;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.experiment.GameChangeListener;
import org.aepsych.core.game.experiment.GameExperiments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Tells pages of game experiments what has happened. */
public final class GameNews implements GameChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(GameNews.class);

    private final GameExperiments games;
    private final LiveUpdates live;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * Takes what it works with.
     *
     * @param games counts who has played
     * @param live tells open pages
     */
    @Inject
    public GameNews(GameExperiments games, LiveUpdates live) {
        this.games = games;
        this.live = live;
    }

    @Override
    public void concerned(ExperimentId experiment, Set<ParticipantId> who) {
        live.moved(new Topic.GameExperiment(experiment), who, () -> turnout(experiment));
    }

    @Override
    public void changed(ExperimentId experiment) {
        live.changed(new Topic.GameExperiment(experiment));
    }

    private Optional<String> turnout(ExperimentId experiment) {
        try {
            return Optional.of(json.writeValueAsString(games.turnout(experiment)));
        } catch (AepsychException e) {
            LOG.debug("experiment {}: nobody is told how many have played", experiment, e);
            return Optional.empty();
        }
    }
}
