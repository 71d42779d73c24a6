package org.aepsych.core.game.experiment;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.engine.ExperimentIds;
import org.aepsych.core.game.definition.DefinitionReader;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.PriorHistoryJson;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.game.state.ClosedRound;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.RoleCount;
import org.aepsych.core.game.view.AdminViews;
import org.aepsych.core.game.view.Explanations;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.PublishedDraw;
import org.aepsych.core.game.view.RoundExplanation;
import org.aepsych.core.game.view.Turnout;
import org.aepsych.core.plugin.Extensions;

/**
 * The game experiments: sets them up, and shows how they stand. What experimenters do in them is
 * {@code GameConduct}, what participants do {@code GameParticipation}. Methods return when what they did is durable.
 * Thread-safe.
 *
 * <p>Every method fails with {@code EXPERIMENT_NOT_FOUND} if there is no game experiment of the given id, and with
 * {@code STORAGE_UNAVAILABLE} or {@code CLOSED} if nothing can be recorded.
 */
public final class GameExperiments {
    private final GameLanes lanes;
    private final Storage storage;
    private final InstantSource clock;
    private final Extensions extensions;
    private final RandomGenerator random;
    private final RestingGames resting;

    /**
     * Takes what it works with.
     *
     * @param lanes the experiments
     * @param storage where the logs are
     * @param clock for countdowns
     * @param extensions has the payoff rules
     * @param random draws ids; thread-safe
     */
    @Inject
    public GameExperiments(
            GameLanes lanes, Storage storage, InstantSource clock, Extensions extensions, RandomGenerator random) {
        this.lanes = lanes;
        this.storage = storage;
        this.clock = clock;
        this.extensions = extensions;
        this.random = random;
        this.resting = new RestingGames(storage, clock);
    }

    /**
     * Reads a definition without setting it up.
     *
     * @param text INI text
     * @return what it says
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong
     */
    public GameDefinition preview(String text) {
        return DefinitionReader.read(ExperimentFile.parse(text), extensions);
    }

    /**
     * Sets up an experiment; it is not started yet.
     *
     * @param text INI text
     * @return its id: the one that the text asks for, or a new one
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong
     * @throws AepsychException {@code EXPERIMENT_EXISTS} if the id that the text asks for is taken
     */
    public ExperimentId define(String text) {
        GameDefinition definition = preview(text);
        ExperimentId id = definition.id().orElseGet(() -> ExperimentIds.make(definition.name(), random));
        StreamHeader header = new StreamHeader(
                Protocol.GAME, id, definition.name(), definition.description(), Optional.empty(), Optional.empty());
        lanes.open(header, new GameDefined(text, definition));
        return id;
    }

    /**
     * Writes the definition of a new experiment like another one, with its games and without its participants.
     *
     * @param experiment which
     * @return INI text, without the name under which the other one is known
     */
    public String copy(ExperimentId experiment) {
        return definition(experiment).copy().toIni();
    }

    /**
     * Lists the experiments.
     *
     * @return in the order in which they were set up
     */
    public List<GameSummary> list() {
        Instant now = clock.instant();
        return lanes.streams()
                .map(opened -> resting.find(opened, now).orElseGet(() -> awake(opened, now)))
                .toList();
    }

    private GameSummary awake(OpenedStream opened, Instant now) {
        long last = storage.events().last(opened.id());
        GameState state = lanes.asRecorded(opened.id());
        GameSummary summary = AdminViews.summary(opened.header().experimentId(), opened.id(), state, now);
        resting.keep(summary, last);
        return summary;
    }

    /**
     * Finds an experiment's log.
     *
     * @param experiment which
     * @return its stream
     */
    public StreamId stream(ExperimentId experiment) {
        return lanes.stream(experiment);
    }

    /**
     * Returns what an experiment was defined to be; this never changes.
     *
     * @param experiment which
     * @return its definition
     */
    public GameDefinition definition(ExperimentId experiment) {
        return lanes.state(experiment).definition();
    }

    /**
     * Returns what lists show of one experiment.
     *
     * @param experiment which
     * @return the summary
     */
    public GameSummary summary(ExperimentId experiment) {
        return AdminViews.summary(experiment, lanes.stream(experiment), lanes.state(experiment), clock.instant());
    }

    /**
     * Returns what its experimenter sees.
     *
     * @param experiment which
     * @return everything
     */
    public GameAdminView adminView(ExperimentId experiment) {
        GameState state = lanes.state(experiment);
        StreamId stream = lanes.stream(experiment);
        GameSummary summary = AdminViews.summary(experiment, stream, state, clock.instant());
        return AdminViews.full(summary, state, storage.persons().list(stream));
    }

    /**
     * Counts who has played.
     *
     * @param experiment which
     * @return the turnout of the round that runs; nobody outside of rounds
     */
    public Turnout turnout(ExperimentId experiment) {
        GameState state = lanes.state(experiment);
        List<RoleCount> roles = state.open().attendance().roles();
        return new Turnout(
                state.round(),
                roles.stream().mapToInt(RoleCount::complete).sum(),
                roles.stream().mapToInt(RoleCount::present).sum());
    }

    /**
     * Writes what was played in the finished rounds, for another experiment to begin with.
     *
     * @param experiment which
     * @return JSON, as the option {@code history} takes it
     */
    public String history(ExperimentId experiment) {
        GameState state = lanes.state(experiment);
        return PriorHistoryJson.write(
                state.closed().stream().map(ClosedRound::averages).toList(),
                state.definition().games());
    }

    /**
     * Returns what everybody may know of the lottery.
     *
     * @param experiment which
     * @return enough to draw it again, once it is drawn
     */
    public PublishedDraw publishedDraw(ExperimentId experiment) {
        return AdminViews.draw(experiment, lanes.state(experiment));
    }

    /**
     * Unfolds what a participant earned in a finished round, for the experimenter.
     *
     * @param experiment which
     * @param participant who
     * @param round from 0
     * @return the sum behind each payoff
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND}; {@code INPUT_INVALID} if the round is not settled;
     *     {@code STATE_CONFLICT} if the participant has not joined
     */
    public RoundExplanation explain(ExperimentId experiment, ParticipantId participant, int round) {
        GameState state = lanes.state(experiment);
        return new Explanations(state, lanes.rules(), false).round(experiment, state.require(participant), round);
    }

    /**
     * Adds a listener.
     *
     * @param listener told of every experiment that has changed, on a thread of the engine; must be quick
     */
    public void onChange(Consumer<ExperimentId> listener) {
        lanes.onCommit(listener);
    }

    /**
     * Adds a listener who tells what concerns single participants from everything else.
     *
     * @param listener told of every experiment that has changed
     */
    public void onChange(GameChangeListener listener) {
        lanes.onEvents((experiment, events) -> Concerned.by(events)
                .ifPresentOrElse(some -> listener.concerned(experiment, some), () -> listener.changed(experiment)));
    }
}
