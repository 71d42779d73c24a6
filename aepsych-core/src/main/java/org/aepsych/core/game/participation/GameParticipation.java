package org.aepsych.core.game.participation;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.account.PasswordHashing;
import org.aepsych.core.game.decision.Joining;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.experiment.GameLanes;
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.state.Seat;
import org.aepsych.core.game.tree.GameTree;
import org.aepsych.core.game.tree.InformationSet;
import org.aepsych.core.game.tree.StrategicForm;
import org.aepsych.core.game.view.CanonicalView;
import org.aepsych.core.game.view.Explanations;
import org.aepsych.core.game.view.Glance;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantViews;
import org.aepsych.core.game.view.Registration;
import org.aepsych.core.game.view.RoundExplanation;

/**
 * What participants do and see: they register, answer the questionnaire, are let in, play, and look at what came of it.
 * Methods return when what they did is durable. Thread-safe.
 *
 * <p>Every method fails with {@code EXPERIMENT_NOT_FOUND} if there is no game experiment of the given id, and with
 * {@code STORAGE_UNAVAILABLE} or {@code CLOSED} if nothing can be recorded.
 */
public final class GameParticipation {
    private final GameLanes lanes;
    private final Storage storage;
    private final InstantSource clock;
    private final PayoffRules rules;
    private final Registrar registrar;

    /**
     * Takes what it works with.
     *
     * @param lanes the experiments
     * @param storage has the persons
     * @param clock for countdowns
     * @param passwords hashes what participants choose
     * @param random seeds participants' orders; thread-safe
     */
    @Inject
    public GameParticipation(
            GameLanes lanes, Storage storage, InstantSource clock, PasswordHashing passwords, RandomGenerator random) {
        this.lanes = lanes;
        this.storage = storage;
        this.clock = clock;
        this.rules = lanes.rules();
        this.registrar = new Registrar(lanes, storage.persons(), passwords, random);
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
        return registrar.register(experiment, identifier, password, true);
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
        return registrar.register(experiment, identifier, password, false);
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
        return lanes.state(experiment).require(participant).enabled();
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
        return lanes.submit(experiment, new Answer(rules, participant, question, given));
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
        return lanes.submit(experiment, new Join(rules, participant));
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
        lanes.submit(experiment, new Play(rules, participant, round, game, mixture));
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
        lanes.submit(experiment, new Play(rules, participant, round, game, EnteredMixture.of(weights)));
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
        GameState state = lanes.state(experiment);
        GameTree tree = state.definition()
                .tree(game)
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID, "game: " + game + " is not played move by move"));
        Role role = state.require(participant)
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
        lanes.submit(
                experiment, new Play(rules, participant, round, game, EnteredMixture.of(form.mixture(role, choices))));
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
        lanes.submit(experiment, new AddWords(rules, participant, words));
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
                storage.persons().find(lanes.stream(experiment), participant).map(Person::identifier);
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
        GameState state = lanes.state(experiment);
        boolean hidden = !state.definition().display().history();
        return new Explanations(state, rules, hidden).round(experiment, state.require(participant), round);
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
        lanes.submit(experiment, new DismissNote(rules, participant, note));
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
        GameState state = lanes.state(experiment);
        Player player = state.require(participant);
        if (Joining.later(state, player).isPresent()) {
            lanes.submit(experiment, new Join(rules, participant));
            state = lanes.state(experiment);
            player = state.require(participant);
        }
        if (Return.possible(state, player)) {
            lanes.submit(experiment, new Return(rules, participant));
            state = lanes.state(experiment);
            player = state.require(participant);
        }
        return new Present(state, player);
    }
}
