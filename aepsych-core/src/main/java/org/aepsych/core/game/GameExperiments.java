package org.aepsych.core.game;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.account.PasswordHashing;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.engine.ExperimentIds;
import org.aepsych.core.engine.Lane;
import org.aepsych.core.game.Register.Applicant;
import org.aepsych.core.game.definition.DefinitionReader;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.event.AdvanceReason;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.tree.GameTree;
import org.aepsych.core.game.tree.InformationSet;
import org.aepsych.core.game.tree.StrategicForm;
import org.aepsych.core.game.view.CanonicalView;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.Glance;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.PublishedDraw;
import org.aepsych.core.game.view.Registration;
import org.aepsych.core.game.view.RoleCount;
import org.aepsych.core.game.view.RoundExplanation;
import org.aepsych.core.game.view.SentNote;
import org.aepsych.core.game.view.Turnout;
import org.aepsych.core.plugin.Extensions;

/**
 * Game experiments for doors: everything that experimenters and participants can do. Methods return when what they did
 * is durable. Thread-safe.
 *
 * <p>Every method fails with {@code EXPERIMENT_NOT_FOUND} if there is no game experiment of the given id, and with
 * {@code STORAGE_UNAVAILABLE} or {@code CLOSED} if nothing can be recorded.
 */
public final class GameExperiments {
    private static final int SECRET_BYTES = 32;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Engine<GameState, GameEvent> engine;
    private final Storage storage;
    private final InstantSource clock;
    private final Extensions extensions;
    private final RandomGenerator random;
    private final PayoffRules rules;
    private final RestingGames resting;
    private final GameNames names;
    private final Registrar registrar;

    /**
     * Takes what it works with.
     *
     * @param engine writes the logs
     * @param storage where they are
     * @param clock for countdowns
     * @param extensions has the payoff rules
     * @param passwords hashes what participants choose
     * @param random seeds participants' orders; thread-safe
     */
    @Inject
    public GameExperiments(
            Engine<GameState, GameEvent> engine,
            Storage storage,
            InstantSource clock,
            Extensions extensions,
            PasswordHashing passwords,
            RandomGenerator random) {
        this.engine = engine;
        this.storage = storage;
        this.clock = clock;
        this.extensions = extensions;
        this.random = random;
        this.rules = new PayoffRules(extensions);
        this.resting = new RestingGames(storage, clock);
        this.names = new GameNames(storage.streams());
        this.registrar = new Registrar(passwords);
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
        StreamId stream = engine.open(header, new GameDefined(text, definition), Optional.empty()).stream();
        names.keep(id, stream);
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
        return names.streams()
                .map(opened -> resting.find(opened, now).orElseGet(() -> awake(opened, now)))
                .toList();
    }

    private GameSummary awake(OpenedStream opened, Instant now) {
        long last = storage.events().last(opened.id());
        GameState state = await(engine.lane(opened.id()).read(read -> read));
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
        return names.stream(experiment);
    }

    /**
     * Returns what lists show of one experiment.
     *
     * @param experiment which
     * @return the summary
     */
    public GameSummary summary(ExperimentId experiment) {
        return AdminViews.summary(experiment, stream(experiment), state(experiment), clock.instant());
    }

    /**
     * Returns what its experimenter sees.
     *
     * @param experiment which
     * @return everything
     */
    public GameAdminView adminView(ExperimentId experiment) {
        GameState state = state(experiment);
        StreamId stream = stream(experiment);
        GameSummary summary = AdminViews.summary(experiment, stream, state, clock.instant());
        return AdminViews.full(summary, state, storage.persons().list(stream));
    }

    /**
     * Returns what a participant may see. A participant who waits in the lobby is let in now if that is possible,
     * and one who was silent plays themselves again.
     *
     * @param experiment which
     * @param participant who
     * @return the view
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public ParticipantView participantView(ExperimentId experiment, ParticipantId participant) {
        return views(experiment, participant).view(experiment, clock.instant());
    }

    /**
     * Returns what a participant may see, in a language. A participant who waits in the lobby is let in now if that is
     * possible.
     *
     * @param experiment which
     * @param participant who
     * @param language tag of the participant's language
     * @return the view, with the experimenter's own texts in that language where there are any
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public ParticipantView participantView(ExperimentId experiment, ParticipantId participant, String language) {
        return views(experiment, participant).in(language).view(experiment, clock.instant());
    }

    /**
     * Returns what a participant may see, also as rows and columns. A participant who waits in the lobby is let in now
     * if that is possible.
     *
     * @param experiment which
     * @param participant who
     * @return the view
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public CanonicalView canonicalView(ExperimentId experiment, ParticipantId participant) {
        Optional<String> identifier =
                storage.persons().find(stream(experiment), participant).map(Person::identifier);
        return views(experiment, participant).canonical(experiment, identifier, clock.instant());
    }

    /**
     * Tells whether a participant has anything new to see, without making the view: its size does not grow with the
     * rounds. A participant who waits in the lobby is let in now if that is possible.
     *
     * @param experiment which
     * @param participant who
     * @return a glance
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public Glance glance(ExperimentId experiment, ParticipantId participant) {
        Present now = present(experiment, participant);
        return ParticipantViews.glance(now.state(), now.player());
    }

    /**
     * Unfolds what a participant earned in a finished round, for the participant: what others played stays hidden if the
     * experiment hides it.
     *
     * @param experiment which
     * @param participant who
     * @param round from 0
     * @return the sum behind each payoff
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND}; {@code INPUT_INVALID} if the round is not settled;
     *     {@code STATE_CONFLICT} if the participant has not joined
     */
    public RoundExplanation explainTo(ExperimentId experiment, ParticipantId participant, int round) {
        GameState state = state(experiment);
        return explained(
                experiment,
                state,
                participant,
                round,
                !state.definition().display().history());
    }

    /**
     * Unfolds what a participant earned in a finished round, for the experimenter.
     *
     * @param experiment which
     * @param participant who
     * @param round from 0
     * @return the sum behind each payoff
     * @throws AepsychException as for {@link #explainTo}
     */
    public RoundExplanation explain(ExperimentId experiment, ParticipantId participant, int round) {
        return explained(experiment, state(experiment), participant, round, false);
    }

    private RoundExplanation explained(
            ExperimentId experiment, GameState state, ParticipantId participant, int round, boolean hidden) {
        return new Explanations(state, rules, hidden)
                .round(experiment, Participants.require(state, participant), round);
    }

    /**
     * Returns what an experiment was defined to be; this never changes.
     *
     * @param experiment which
     * @return its definition
     */
    public GameDefinition definition(ExperimentId experiment) {
        return state(experiment).definition();
    }

    /**
     * Tells whether a participant may take part.
     *
     * @param experiment which
     * @param participant who
     * @return false while the experimenter excludes them
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public boolean enabled(ExperimentId experiment, ParticipantId participant) {
        return Participants.require(state(experiment), participant).enabled();
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
        return register(experiment, identifier, password, true);
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
        return register(experiment, identifier, password, false);
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
        return submit(experiment, new Join(rules, participant));
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
        submit(experiment, new Play(rules, participant, round, game, EnteredMixture.of(mixture)));
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
        submit(experiment, new Play(rules, participant, round, game, EnteredMixture.of(weights)));
    }

    /**
     * Plays a game in extensive form, with weights for the moves of each of the participant's own information sets; what
     * is recorded is the mixture over strategies that follows from them.
     *
     * @param experiment which
     * @param participant who
     * @param round the round that the participant believes to be running
     * @param game which game
     * @param weights for each information set in the order of {@link StrategicForm#sets}, numbers as for the other method
     * @throws AepsychException as for the other method; {@code INPUT_INVALID} also if the game has no tree
     */
    public void playMoves(
            ExperimentId experiment, ParticipantId participant, int round, int game, List<List<String>> weights) {
        GameState state = state(experiment);
        GameTree tree = state.definition()
                .tree(game)
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID, "game: " + game + " is not played move by move"));
        Role role = Participants.require(state, participant)
                .seat()
                .map(Seat::role)
                .orElseThrow(() -> new AepsychException(
                        StandardError.STATE_CONFLICT, "you wait in the lobby and cannot play before you are let in"));
        StrategicForm form = new StrategicForm(tree);
        List<Mixture> choices = new ArrayList<>();
        for (InformationSet set : form.sets(role)) {
            List<String> entered = choices.size() < weights.size() ? weights.get(choices.size()) : List.of();
            choices.add(EnteredMixture.of(entered).over(set.moves().size()));
        }
        submit(experiment, new Play(rules, participant, round, game, EnteredMixture.of(form.mixture(role, choices))));
    }

    /**
     * Starts an experiment. Who has registered so far is let in.
     *
     * @param experiment which
     * @throws AepsychException {@code STATE_CONFLICT} if it was started before
     */
    public void start(ExperimentId experiment) {
        submit(experiment, new Start(rules, this::secret));
    }

    /**
     * Halts an experiment: nobody can play and no round ends, until it is resumed; does nothing if it is paused.
     *
     * @param experiment which
     * @throws AepsychException {@code STATE_CONFLICT} if it is not running
     */
    public void pause(ExperimentId experiment) {
        submit(experiment, new Pause(rules, true));
    }

    /**
     * Lets a paused experiment go on: the current round lasts longer by the pause. Does nothing if it is not paused.
     *
     * @param experiment which
     * @throws AepsychException {@code STATE_CONFLICT} if it is not running
     */
    public void resume(ExperimentId experiment) {
        submit(experiment, new Pause(rules, false));
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
        return submit(experiment, new Wipe(rules, this::seed));
    }

    /**
     * Lets participants register themselves from now on, or no longer.
     *
     * @param experiment which
     * @param open whether they may
     */
    public void switchRegistration(ExperimentId experiment, boolean open) {
        submit(experiment, new SwitchRegistration(rules, open));
    }

    /**
     * Answers a question of the questionnaire. Questions count in their order: only a right answer to the next one
     * brings a participant further, and one to the last lets them in if that is possible. Every attempt is recorded.
     *
     * @param experiment which
     * @param participant who
     * @param question its number, from 0
     * @param given what was entered, one text for each field of the question
     * @return whether the answer is right
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND}; {@code INPUT_INVALID} if there is no such question or the
     *     answer is too long; {@code STATE_CONFLICT} after absurdly many attempts
     */
    public boolean answer(ExperimentId experiment, ParticipantId participant, int question, List<String> given) {
        return submit(experiment, new Answer(rules, participant, question, given));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Adds a participant's words to what the lottery will be drawn with, so that nobody can know the draw beforehand. They
     * replace earlier ones.
     *
     * @param experiment which
     * @param participant who
     * @param words 1 to {@value Commitment#LONGEST_WORDS} characters without control characters; blanks at the ends are cut
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND}; {@code INPUT_INVALID} if the words are not allowed;
     *     {@code STATE_CONFLICT} if the draw is not bound to a secret, or the last round is over
     */
    public void addWords(ExperimentId experiment, ParticipantId participant, String words) {
        submit(experiment, new AddWords(rules, participant, words));
    }

    /**
     * Returns what everybody may know of the lottery.
     *
     * @param experiment which
     * @return enough to draw it again, once it is drawn
     */
    public PublishedDraw publishedDraw(ExperimentId experiment) {
        return AdminViews.draw(experiment, state(experiment));
    }

    /**
     * Ends the current round by hand; does nothing if no round is running.
     *
     * @param experiment which
     */
    public void advance(ExperimentId experiment) {
        submit(experiment, new Advance(rules, AdvanceReason.HAND));
    }

    /**
     * Ends all rounds by hand; does nothing if no round is running.
     *
     * @param experiment which
     */
    public void end(ExperimentId experiment) {
        submit(experiment, new Advance(rules, AdvanceReason.END));
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
        return submit(experiment, new Draw(rules, winners, seed));
    }

    /**
     * Lets an excluded participant play again; does nothing if the participant is not excluded.
     *
     * @param experiment which
     * @param participant who
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public void enable(ExperimentId experiment, ParticipantId participant) {
        submit(experiment, new SetEnabled(rules, participant, true));
    }

    /**
     * Excludes a participant: no plays from now on, and no round waits for them. What they have played counts.
     *
     * @param experiment which
     * @param participant who
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public void disable(ExperimentId experiment, ParticipantId participant) {
        submit(experiment, new SetEnabled(rules, participant, false));
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
        submit(experiment, new Release(rules, participant));
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
        return submit(experiment, new WriteNote(rules, Optional.empty(), text));
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
        return submit(experiment, new WriteNote(rules, Optional.of(participants), text));
    }

    /**
     * Puts a note away at its reader's wish; does nothing if they did so before.
     *
     * @param experiment which
     * @param participant who
     * @param note its number
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND}; {@code INPUT_INVALID} if no such note was written to them
     */
    public void dismiss(ExperimentId experiment, ParticipantId participant, long note) {
        submit(experiment, new DismissNote(rules, participant, note));
    }

    /**
     * Adds a listener.
     *
     * @param listener told of every experiment that has changed, on a thread of the engine; must be quick
     */
    public void onChange(Consumer<ExperimentId> listener) {
        engine.onCommit((stream, last) -> names.of(stream).ifPresent(listener));
    }

    /**
     * Adds a listener who tells what concerns single participants from everything else.
     *
     * @param listener told of every experiment that has changed
     */
    public void onChange(GameChangeListener listener) {
        engine.onEvents((stream, last, events) -> {
            Optional<ExperimentId> changed = names.of(stream);
            Optional<Set<ParticipantId>> who = Concerned.by(events);
            changed.ifPresent(experiment -> who.ifPresentOrElse(
                    some -> listener.concerned(experiment, some), () -> listener.changed(experiment)));
        });
    }

    /**
     * Counts who has played.
     *
     * @param experiment which
     * @return the turnout of the round that runs; nobody outside of rounds
     */
    public Turnout turnout(ExperimentId experiment) {
        GameState state = state(experiment);
        List<RoleCount> roles = state.open().attendance().roles();
        return new Turnout(
                state.round(),
                roles.stream().mapToInt(RoleCount::complete).sum(),
                roles.stream().mapToInt(RoleCount::present).sum());
    }

    /** A state and one participant in it. */
    private record Present(GameState state, Player player) {}

    /** Looks at the present state through a participant's eyes. */
    private ParticipantViews views(ExperimentId experiment, ParticipantId participant) {
        Present now = present(experiment, participant);
        return new ParticipantViews(now.state(), now.player());
    }

    /** Returns the present state, after letting the participant in, or back in, if that is possible. */
    private Present present(ExperimentId experiment, ParticipantId participant) {
        GameState state = state(experiment);
        Player player = Participants.require(state, participant);
        if (Joining.later(state, player).isPresent()) {
            submit(experiment, new Join(rules, participant));
            state = state(experiment);
            player = Participants.require(state, participant);
        }
        if (Return.possible(state, player)) {
            submit(experiment, new Return(rules, participant));
            state = state(experiment);
            player = Participants.require(state, participant);
        }
        return new Present(state, player);
    }

    private Registration register(
            ExperimentId experiment, String identifier, Optional<String> password, boolean selfRegistered) {
        StreamId stream = stream(experiment);
        return registrar.register(
                identifier,
                password,
                stream,
                (name, hash) -> submit(
                        experiment,
                        new Register(
                                rules, storage.persons(), new Applicant(stream, name, hash, selfRegistered, seed()))));
    }

    /** Returns the present state, after ending rounds that should have ended by now. */
    private GameState state(ExperimentId experiment) {
        Lane<GameState, GameEvent> lane = engine.lane(stream(experiment));
        GameState state = await(lane.read(read -> read));
        if (RoundPolicy.due(state, clock.instant()).isPresent()) {
            await(lane.submit(new Tick(rules)));
            return await(lane.read(read -> read));
        }
        return state;
    }

    /** Returns 1 to 2³¹ − 1, as gamelab draws it; its browsers compute with doubles. */
    private long seed() {
        return 1L + random.nextInt(Integer.MAX_VALUE);
    }

    PayoffRules rules() {
        return rules;
    }

    boolean linkIsOpen(ExperimentId experiment, String hash) {
        return state(experiment)
                .link(hash)
                .filter(link -> link.expires().isAfter(clock.instant()))
                .isPresent();
    }

    void requireParticipants(ExperimentId experiment, Collection<ParticipantId> participants) {
        GameState state = state(experiment);
        participants.forEach(participant -> Participants.require(state, participant));
    }

    <R> R submit(ExperimentId experiment, GameCommand<R> command) {
        return await(engine.lane(stream(experiment)).submit(command));
    }

    /** Does something while nobody else decides anything in an experiment. */
    <R> R alone(ExperimentId experiment, Supplier<R> work) {
        return await(engine.lane(stream(experiment)).read(state -> work.get()));
    }

    /** An experiment is gone; its name may be given to another. */
    void forget(ExperimentId experiment) {
        names.forget(experiment);
    }

    private static <R> R await(CompletableFuture<R> answer) {
        try {
            return answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AepsychException refused) {
                throw refused;
            }
            throw new AepsychException(StandardError.INTERNAL_ERROR, "the request failed inside the program", e);
        } catch (TimeoutException e) {
            throw new AepsychException(
                    StandardError.STORAGE_UNAVAILABLE,
                    "nothing was recorded within " + LONGEST_WAIT.toSeconds() + " seconds; look whether it was later",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AepsychException(StandardError.CLOSED, "the request was interrupted", e);
        }
    }
}
