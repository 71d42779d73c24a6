package org.aepsych.core.game.conduct;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.ParticipantSeeds;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.AdvanceReason;
import org.aepsych.core.game.experiment.GameLanes;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.view.SentNote;

/**
 * What an experimenter does in a running experiment: starts, halts and ends it, draws the lottery, lets participants in
 * and out, and writes to them. Methods return when what they did is durable. Thread-safe.
 *
 * <p>Every method fails with {@code EXPERIMENT_NOT_FOUND} if there is no game experiment of the given id, and with
 * {@code STORAGE_UNAVAILABLE} or {@code CLOSED} if nothing can be recorded.
 */
public final class GameConduct {
    private static final int SECRET_BYTES = 32;

    private final GameLanes lanes;
    private final PayoffRules rules;
    private final RandomGenerator random;
    private final ParticipantSeeds seeds;

    /**
     * Takes what it works with.
     *
     * @param lanes the experiments
     * @param random draws seeds and secrets; thread-safe
     */
    @Inject
    public GameConduct(GameLanes lanes, RandomGenerator random) {
        this.lanes = lanes;
        this.rules = lanes.rules();
        this.random = random;
        this.seeds = new ParticipantSeeds(random);
    }

    /**
     * Starts an experiment. Who has registered so far is let in.
     *
     * @param experiment which
     * @throws AepsychException {@code STATE_CONFLICT} if it was started before
     */
    public void start(ExperimentId experiment) {
        lanes.submit(experiment, new Start(rules, this::secret));
    }

    /**
     * Halts an experiment: nobody can play and no round ends, until it is resumed; does nothing if it is paused.
     *
     * @param experiment which
     * @throws AepsychException {@code STATE_CONFLICT} if it is not running
     */
    public void pause(ExperimentId experiment) {
        lanes.submit(experiment, new Pause(rules, true));
    }

    /**
     * Lets a paused experiment go on: the current round lasts longer by the pause. Does nothing if it is not paused.
     *
     * @param experiment which
     * @throws AepsychException {@code STATE_CONFLICT} if it is not running
     */
    public void resume(ExperimentId experiment) {
        lanes.submit(experiment, new Pause(rules, false));
    }

    /**
     * Ends the current round by hand; does nothing if no round is running.
     *
     * @param experiment which
     */
    public void advance(ExperimentId experiment) {
        lanes.submit(experiment, new Advance(rules, AdvanceReason.HAND));
    }

    /**
     * Ends all rounds by hand; does nothing if no round is running.
     *
     * @param experiment which
     */
    public void end(ExperimentId experiment) {
        lanes.submit(experiment, new Advance(rules, AdvanceReason.END));
    }

    /**
     * Draws the lottery. Once drawn, the same winners are returned for ever.
     *
     * @param experiment which
     * @param winners how many, from 0 to the number of participants who have tickets
     * @param seed any number; only its lowest 32 bits count; not looked at if the draw is bound to a secret
     * @return the winners in the order of drawing
     * @throws AepsychException {@code STATE_CONFLICT} if the rounds are not over or nobody has a ticket;
     *     {@code INPUT_INVALID} if more winners are asked for than participants have tickets
     */
    public List<Winner> draw(ExperimentId experiment, int winners, long seed) {
        return lanes.submit(experiment, new Draw(rules, winners, seed));
    }

    /**
     * Makes an experiment new again, so that it can be run once more: plays, payoffs, averages, tickets, winners and
     * answers are gone from the tables, and so are participants who registered themselves. Games, parameters and
     * invited participants stay; each of these gets a new seed. The log still has what happened.
     *
     * @param experiment which
     * @return who is gone
     */
    List<ParticipantId> wipe(ExperimentId experiment) {
        return lanes.submit(experiment, new Wipe(rules, seeds::next));
    }

    /**
     * Lets participants register themselves from now on, or no longer.
     *
     * @param experiment which
     * @param open whether they may
     */
    public void switchRegistration(ExperimentId experiment, boolean open) {
        lanes.submit(experiment, new SwitchRegistration(rules, open));
    }

    /**
     * Lets an excluded participant play again; does nothing if the participant is not excluded.
     *
     * @param experiment which
     * @param participant who
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public void enable(ExperimentId experiment, ParticipantId participant) {
        lanes.submit(experiment, new SetEnabled(rules, participant, true));
    }

    /**
     * Excludes a participant: no plays from now on, and no round waits for them. What they have played counts.
     *
     * @param experiment which
     * @param participant who
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public void disable(ExperimentId experiment, ParticipantId participant) {
        lanes.submit(experiment, new SetEnabled(rules, participant, false));
    }

    /**
     * Lets a participant go for good: no round waits for them any more, from the next one on they count no more, and
     * what they have earned is theirs. Does nothing if they have left for good before.
     *
     * @param experiment which
     * @param participant who
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND}; {@code STATE_CONFLICT} before the start, after the last
     *     round, and in the lobby
     */
    public void release(ExperimentId experiment, ParticipantId participant) {
        lanes.submit(experiment, new Release(rules, participant));
    }

    /**
     * Writes to everybody who has registered by now. Their pages show it at once, until they put it away.
     *
     * @param experiment which
     * @param text 1 to {@value SentNote#LONGEST} characters without control characters other than line ends and tabs;
     *     blanks at the ends are cut
     * @return the note
     * @throws AepsychException {@code INPUT_INVALID} if the text is not allowed; {@code STATE_CONFLICT} if nobody has
     *     registered
     */
    public SentNote writeToAll(ExperimentId experiment, String text) {
        return lanes.submit(experiment, new WriteNote(rules, Optional.empty(), text));
    }

    /**
     * Writes to some participants.
     *
     * @param experiment which
     * @param participants to whom, at least one
     * @param text as for {@link #writeToAll}
     * @return the note
     * @throws AepsychException {@code INPUT_INVALID} if the text is not allowed or nobody is named;
     *     {@code PARTICIPANT_NOT_FOUND} if somebody is no participant, and then nobody gets it
     */
    public SentNote write(ExperimentId experiment, Collection<ParticipantId> participants, String text) {
        return lanes.submit(experiment, new WriteNote(rules, Optional.of(participants), text));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
