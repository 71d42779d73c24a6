package org.aepsych.core.game.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.PersonStore;
import org.aepsych.core.engine.Decision;
import org.aepsych.core.game.conduct.Draw;
import org.aepsych.core.game.conduct.Start;
import org.aepsych.core.game.decision.Answers;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.decision.SignsOfLife;
import org.aepsych.core.game.decision.Tick;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.participation.Answer;
import org.aepsych.core.game.participation.Join;
import org.aepsych.core.game.participation.Play;
import org.aepsych.core.game.participation.Register;
import org.aepsych.core.game.participation.Register.Applicant;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.state.Seat;
import org.aepsych.core.plugin.Extensions;

/**
 * A game experiment in memory, for simulations: it decides and folds as a lane does, but at times that the caller names,
 * and without a storage. What a served experiment would refuse is refused here with the same exceptions. Not thread-safe.
 */
public final class VirtualExperiment {
    private static final StreamId STREAM = new StreamId(1);

    private final GameDefinition definition;
    private final PayoffRules rules;
    private final VirtualLog log;
    private final Map<ParticipantId, Instant> gone = new HashMap<>();
    private GameState state = GameState.EMPTY;

    /**
     * Sets up an experiment.
     *
     * @param text INI text
     * @param definition what it says
     * @param extensions has the payoff rules
     * @param log is told what is recorded
     * @param now when it is set up
     */
    public VirtualExperiment(
            String text, GameDefinition definition, Extensions extensions, VirtualLog log, Instant now) {
        this.definition = definition;
        this.rules = new PayoffRules(extensions);
        this.log = log;
        apply(now, List.of(new GameDefined(text, definition)));
    }

    /**
     * Registers a participant, and lets them in if the experiment is running.
     *
     * @param identifier address or name, which no other participant has
     * @param rseed random seed of their own, 1 to 2³¹ − 1
     * @param now when
     * @return their id
     */
    public ParticipantId register(String identifier, long rseed, Instant now) {
        Applicant applicant = new Applicant(STREAM, identifier, Optional.empty(), false, rseed);
        return execute(new Register(rules, NobodyYet.INSTANCE, applicant), now).participant();
    }

    /**
     * Starts the experiment.
     *
     * @param secret 64 hexadecimal digits, to which the lottery is bound if it is to be bound to some
     * @param now when
     */
    public void start(String secret, Instant now) {
        execute(new Start(rules, () -> secret), now);
    }

    /**
     * Lets somebody answer all questions rightly, if there are any.
     *
     * @param participant who
     * @param now when
     */
    public void answer(ParticipantId participant, Instant now) {
        for (int question = 0; question < definition.questionnaire().size(); question++) {
            List<String> right = Answers.rightAnswer(definition.questionnaire(), question);
            execute(new Answer(rules, participant, question, right), now);
        }
    }

    /**
     * Lets somebody in from the lobby, if that is possible.
     *
     * @param participant who
     * @param now when
     * @return whether they are in
     */
    public boolean join(ParticipantId participant, Instant now) {
        return execute(new Join(rules, participant), now);
    }

    /**
     * Plays a game.
     *
     * @param participant who
     * @param round the round that they believe to be running
     * @param game which game
     * @param mixture what they play
     * @param now when
     */
    public void play(ParticipantId participant, int round, int game, Mixture mixture, Instant now) {
        execute(new Play(rules, participant, round, game, mixture), now);
    }

    /**
     * Ends rounds that should have ended by now.
     *
     * @param now when
     */
    public void tick(Instant now) {
        execute(new Tick(rules, signs()), now);
    }

    /**
     * Lets somebody go silent.
     *
     * @param participant who
     * @param now their last sign of life
     */
    public void leave(ParticipantId participant, Instant now) {
        gone.put(participant, now);
    }

    /** Nobody is silent but those who have left. */
    private SignsOfLife signs() {
        return new SignsOfLife() {
            @Override
            public Optional<Instant> last(ParticipantId participant) {
                return Optional.ofNullable(gone.get(participant));
            }

            @Override
            public boolean judges(ParticipantId participant) {
                return gone.containsKey(participant);
            }

            @Override
            public Instant since() {
                return Instant.EPOCH;
            }
        };
    }

    /**
     * Draws the lottery.
     *
     * @param winners how many
     * @param seed of the draw
     * @param now when
     * @return the winners in the order of drawing
     */
    public List<Winner> draw(int winners, long seed, Instant now) {
        return execute(new Draw(rules, winners, seed), now);
    }

    private <R> R execute(GameCommand<R> command, Instant now) {
        Draft draft = new Draft(state, now, rules);
        Function<GameState, R> answer = command.complete(draft);
        if (log.keeps()) {
            Decision<GameState, GameEvent, R> decision = draft.decision(answer);
            decision.persons().forEach(log::person);
            apply(now, decision.events());
        } else {
            state = draft.state();
        }
        return answer.apply(state);
    }

    /** Rows need the state after each single event. */
    private void apply(Instant now, List<GameEvent> events) {
        for (GameEvent event : events) {
            state = state.after(event, now);
            log.event(now, state, event);
        }
    }

    /**
     * Returns what the experiment was defined to be.
     *
     * @return its definition
     */
    public GameDefinition definition() {
        return definition;
    }

    /**
     * Returns the current round.
     *
     * @return from 0; −1 before the first, the number of rounds after the last
     */
    public int round() {
        return state.round();
    }

    /**
     * Tells whether a round is being played.
     *
     * @return false before the first and after the last
     */
    public boolean running() {
        return state.running();
    }

    /**
     * Tells whether all rounds are over.
     *
     * @return true once the tickets are counted
     */
    public boolean over() {
        return state.phase() == GamePhase.OVER || state.phase() == GamePhase.DRAWN;
    }

    /**
     * Returns when a round ends if nobody does anything until then.
     *
     * @return empty if nothing is due
     */
    public Optional<Instant> nextDue() {
        return Tick.due(state, signs());
    }

    /**
     * Tells whether somebody may play in the current round.
     *
     * @param participant who
     * @return false also for those who are not known
     */
    public boolean plays(ParticipantId participant) {
        return state.running()
                && state.player(participant)
                        .filter(Player::enabled)
                        .flatMap(Player::seat)
                        .filter(seat -> definition.schedule().covers(seat.joined(), state.round()))
                        .isPresent();
    }

    /**
     * Returns somebody's role.
     *
     * @param participant who
     * @return empty in the lobby
     */
    public Optional<Role> role(ParticipantId participant) {
        return state.player(participant).flatMap(Player::seat).map(Seat::role);
    }

    /**
     * Returns somebody's first round.
     *
     * @param participant who
     * @return empty in the lobby
     */
    public Optional<Integer> joined(ParticipantId participant) {
        return state.player(participant).flatMap(Player::seat).map(Seat::joined);
    }

    /**
     * Returns what somebody has earned in the settled rounds.
     *
     * @param participant who
     * @return exact
     */
    public Rational payoff(ParticipantId participant) {
        return state.require(participant).payoff();
    }

    /**
     * Returns somebody's share in the lottery.
     *
     * @param participant who
     * @return empty before the end
     */
    public Optional<Score> score(ParticipantId participant) {
        return state.require(participant).score();
    }

    /**
     * Returns how many can win.
     *
     * @return participants with at least one ticket
     */
    public int candidates() {
        return (int) state.tally().shares().stream()
                .filter(share -> share.score().tickets() > 0)
                .count();
    }

    /**
     * Returns the averages of a settled round.
     *
     * @param round from 0
     * @return one for each game
     */
    public List<GameAverage> averages(int round) {
        return state.closed().get(round).averages();
    }

    /**
     * Returns how many rounds are settled.
     *
     * @return from 0
     */
    public int settled() {
        return state.closed().size();
    }

    /**
     * Returns what somebody played in a settled round.
     *
     * @param participant who
     * @param round from 0
     * @param game which game
     * @return empty if nothing
     */
    public Optional<Mixture> played(ParticipantId participant, int round, int game) {
        return state.closed().get(round).played(participant, game);
    }

    /** Identifiers are the simulation's own, so none is taken. */
    private enum NobodyYet implements PersonStore {
        INSTANCE;

        @Override
        public Optional<Person> find(StreamId stream, String identifier) {
            return Optional.empty();
        }

        @Override
        public Optional<Person> find(StreamId stream, ParticipantId id) {
            return Optional.empty();
        }

        @Override
        public List<Person> list(StreamId stream) {
            return List.of();
        }

        @Override
        public void setPasswordHash(StreamId stream, ParticipantId id, String passwordHash) {
            throw new UnsupportedOperationException("nobody has a password");
        }

        @Override
        public void setLanguage(StreamId stream, ParticipantId id, String language) {
            throw new UnsupportedOperationException("nobody reads");
        }

        @Override
        public boolean erase(StreamId stream, ParticipantId id) {
            return false;
        }
    }
}
