package org.aepsych.core.game;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.account.PasswordHashing;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.Registration;
import org.aepsych.core.plugin.Extensions;

/**
 * Game experiments for doors: everything that experimenters and participants can do. Methods return when what they did
 * is durable. Thread-safe.
 *
 * <p>Every method fails with {@code EXPERIMENT_NOT_FOUND} if there is no game experiment of the given id, and with
 * {@code STORAGE_UNAVAILABLE} or {@code CLOSED} if nothing can be recorded.
 */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"
}) // signatures first, so that doors can be written against them
public final class GameExperiments {
    /**
     * Takes what it works with.
     *
     * @param engine writes the logs
     * @param storage where they are
     * @param extensions has the payoff rules
     * @param passwords hashes what participants choose
     * @param random seeds participants' orders; thread-safe
     */
    @Inject
    public GameExperiments(
            Engine<GameState, GameEvent> engine,
            Storage storage,
            Extensions extensions,
            PasswordHashing passwords,
            RandomGenerator random) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a definition without setting it up.
     *
     * @param text INI text
     * @return what it says
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong
     */
    public GameDefinition preview(String text) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    /**
     * Lists the experiments.
     *
     * @return in the order in which they were set up
     */
    public List<GameSummary> list() {
        throw new UnsupportedOperationException();
    }

    /**
     * Finds an experiment's log.
     *
     * @param experiment which
     * @return its stream
     */
    public StreamId stream(ExperimentId experiment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns what lists show of one experiment.
     *
     * @param experiment which
     * @return the summary
     */
    public GameSummary summary(ExperimentId experiment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns what its experimenter sees.
     *
     * @param experiment which
     * @return everything
     */
    public GameAdminView adminView(ExperimentId experiment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns what a participant may see. A participant who waits in the lobby is let in now if that is possible.
     *
     * @param experiment which
     * @param participant who
     * @return the view
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public ParticipantView participantView(ExperimentId experiment, ParticipantId participant) {
        throw new UnsupportedOperationException();
    }

    /**
     * Registers a participant at their own wish, and lets them in if the experiment is running.
     *
     * @param experiment which
     * @param identifier address or name of their choice, 1 to 200 characters without control characters; blanks at the
     *     ends are cut
     * @param password to come back with; without one they cannot log in again
     * @return who they are now
     * @throws AepsychException {@code INPUT_INVALID} if the identifier is not allowed; {@code NOT_ALLOWED} if
     *     participants may not register themselves now; {@code PARTICIPANT_EXISTS} if the identifier is taken
     */
    public Registration register(ExperimentId experiment, String identifier, Optional<String> password) {
        throw new UnsupportedOperationException();
    }

    /**
     * Registers a participant at the experimenter's wish, also when participants may not register themselves.
     *
     * @param experiment which
     * @param identifier as for {@link #register}
     * @param password as for {@link #register}
     * @return who they are now
     * @throws AepsychException {@code INPUT_INVALID} if the identifier is not allowed; {@code PARTICIPANT_EXISTS} if it
     *     is taken
     */
    public Registration enroll(ExperimentId experiment, String identifier, Optional<String> password) {
        throw new UnsupportedOperationException();
    }

    /**
     * Lets a participant in from the lobby, if that is possible now. To be called after a log-in.
     *
     * @param experiment which
     * @param participant who
     * @return whether the participant is in, now or from before
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public boolean join(ExperimentId experiment, ParticipantId participant) {
        throw new UnsupportedOperationException();
    }

    /**
     * Plays a game; this cannot be changed later.
     *
     * @param experiment which
     * @param participant who
     * @param round the round that the participant believes to be running
     * @param game which game
     * @param mixture a weight for each of the participant's actions, in the experiment's order
     * @throws AepsychException {@code INPUT_INVALID} if there is no such game or the mixture is not one over the
     *     participant's actions; {@code PARTICIPANT_NOT_FOUND}; {@code NOT_ALLOWED} if the participant is excluded;
     *     {@code ROUND_CLOSED} if the round is over or has not begun; {@code STATE_CONFLICT} if the participant has not
     *     joined, may not play in this round, or has played this game already
     */
    public void play(ExperimentId experiment, ParticipantId participant, int round, int game, Mixture mixture) {
        throw new UnsupportedOperationException();
    }

    /**
     * Plays a game with weights as they were entered.
     *
     * @param experiment which
     * @param participant who
     * @param round the round that the participant believes to be running
     * @param game which game
     * @param weights a number for each of the participant's actions, in the experiment's order; empty texts and missing
     *     ones at the end count as 0, those beyond the number of actions are ignored
     * @throws AepsychException as for the other method; {@code INPUT_INVALID} also if a weight is not a number or
     *     negative, or the sum is not exactly 1
     */
    public void play(ExperimentId experiment, ParticipantId participant, int round, int game, List<String> weights) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts an experiment. Who has registered so far is let in.
     *
     * @param experiment which
     * @throws AepsychException {@code STATE_CONFLICT} if it was started before
     */
    public void start(ExperimentId experiment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends the current round by hand; does nothing if no round is running.
     *
     * @param experiment which
     */
    public void advance(ExperimentId experiment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends all rounds by hand; does nothing if no round is running.
     *
     * @param experiment which
     */
    public void end(ExperimentId experiment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Draws the lottery. Once drawn, the same winners are returned for ever.
     *
     * @param experiment which
     * @param winners how many, from 0 to the number of participants who have tickets
     * @param seed any number; only its lowest 32 bits count
     * @return the winners in the order of drawing
     * @throws AepsychException {@code STATE_CONFLICT} if the rounds are not over or nobody has a ticket;
     *     {@code INPUT_INVALID} if more winners are asked for than participants have tickets
     */
    public List<Winner> draw(ExperimentId experiment, int winners, long seed) {
        throw new UnsupportedOperationException();
    }

    /**
     * Lets an excluded participant play again; does nothing if the participant is not excluded.
     *
     * @param experiment which
     * @param participant who
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public void enable(ExperimentId experiment, ParticipantId participant) {
        throw new UnsupportedOperationException();
    }

    /**
     * Excludes a participant: no plays from now on, and no round waits for them. What they have played counts.
     *
     * @param experiment which
     * @param participant who
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public void disable(ExperimentId experiment, ParticipantId participant) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds a listener.
     *
     * @param listener told of every experiment that has changed, on a thread of the engine; must be quick
     */
    public void onChange(Consumer<ExperimentId> listener) {
        throw new UnsupportedOperationException();
    }
}
