package org.aepsych.core.game.participation;

import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.PersonStore;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.Joining;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.ParticipantRegistered;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.view.Registration;

/** Makes somebody a participant, and lets them in at once if the experiment is running. */
public final class Register extends GameCommand<Registration> {
    private final PersonStore known;
    private final Applicant applicant;

    /**
     * Prepares a registration.
     *
     * @param rules settles the rounds that end before it
     * @param known who is there already
     * @param applicant who wants to come in
     */
    public Register(PayoffRules rules, PersonStore known, Applicant applicant) {
        super(rules);
        this.known = known;
        this.applicant = applicant;
    }

    /**
     * Who wants to come in.
     *
     * @param stream the experiment
     * @param identifier address or self-chosen name
     * @param passwordHash empty if the participant has no password
     * @param selfRegistered whether it is the participant's own wish
     * @param rseed random seed, 1 to 2³¹ − 1
     */
    public record Applicant(
            StreamId stream, String identifier, Optional<String> passwordHash, boolean selfRegistered, long rseed) {
        /** Returns the experiment only: identifiers and hashes do not belong in logs. */
        @Override
        public String toString() {
            return "Applicant[" + stream + "]";
        }
    }

    @Override
    protected Function<GameState, Registration> act(Draft draft) {
        if (applicant.selfRegistered() && !draft.state().progress().selfRegistration()) {
            throw new AepsychException(
                    StandardError.NOT_ALLOWED, "this experiment takes no registrations now; ask the experimenter");
        }
        if (known.find(applicant.stream(), applicant.identifier()).isPresent()) {
            throw identifierTaken();
        }
        ParticipantId id = draft.state().nextParticipant();
        draft.record(new ParticipantRegistered(id, applicant.selfRegistered(), applicant.rseed()));
        draft.add(new Person(id, applicant.identifier(), applicant.passwordHash(), draft.now()));
        draft.state()
                .player(id)
                .flatMap(player -> Joining.later(draft.state(), player))
                .ifPresent(draft::record);
        return state -> new Registration(
                applicant.stream(), id, state.player(id).flatMap(Player::seat).isPresent());
    }

    static AepsychException identifierTaken() {
        return new AepsychException(
                StandardError.PARTICIPANT_EXISTS,
                "identifier: somebody has registered with it already; choose another one or log in");
    }
}
