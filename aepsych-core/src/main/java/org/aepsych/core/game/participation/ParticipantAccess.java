package org.aepsych.core.game.participation;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.account.Passwords;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.game.experiment.GameLanes;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.view.Registration;
import org.aepsych.core.secret.SecretSource;

/**
 * How participants whom the experimenter invites get in: lists of addresses, links that work once, and new passwords.
 * Secrets are returned once and kept nowhere; what is kept of them cannot be turned back. Thread-safe.
 */
public final class ParticipantAccess {
    /** How long a link can be used. */
    public static final Duration LINK_LIFE = Duration.ofDays(30);

    private final GameLanes lanes;
    private final GameParticipation participation;
    private final Storage storage;
    private final InstantSource clock;
    private final Passwords passwords;
    private final SecretSource secrets;

    /**
     * Takes what it works with.
     *
     * @param lanes the experiments
     * @param participation registers who is invited
     * @param storage has the persons
     * @param clock tells which links are too old
     * @param passwords makes and hashes passwords
     * @param secrets makes the links' secrets
     */
    @Inject
    public ParticipantAccess(
            GameLanes lanes,
            GameParticipation participation,
            Storage storage,
            InstantSource clock,
            Passwords passwords,
            SecretSource secrets) {
        this.lanes = lanes;
        this.participation = participation;
        this.storage = storage;
        this.clock = clock;
        this.passwords = passwords;
        this.secrets = secrets;
    }

    /**
     * What became of a list of addresses.
     *
     * @param added new participants in the order of the list
     * @param known addresses of participants who were there before
     * @param refused what looked like an address and is none
     */
    public record Added(List<Invited> added, List<String> known, List<String> refused) {
        /** Copies the lists. */
        public Added {
            added = List.copyOf(added);
            known = List.copyOf(known);
            refused = List.copyOf(refused);
        }
    }

    /**
     * A participant by number and name.
     *
     * @param id pseudonymous id
     * @param identifier address or self-chosen name
     * @param language tag of the language in which they read; empty if that is not known
     */
    public record Invited(ParticipantId id, String identifier, Optional<String> language) {
        private static Invited of(Person person) {
            return new Invited(person.id(), person.identifier(), person.language());
        }

        /** Returns the number only. */
        @Override
        public String toString() {
            return "Invited[" + id + "]";
        }
    }

    /**
     * A participant and their new secret.
     *
     * @param who the participant
     * @param secret a password, or the secret part of a link
     */
    public record Secret(Invited who, String secret) {
        /** Returns the number only. */
        @Override
        public String toString() {
            return "Secret[" + who.id() + "]";
        }
    }

    /**
     * Adds a participant for every e-mail address in a text; they have no password yet.
     *
     * @param experiment which
     * @param text addresses, pasted or from a file
     * @return what became of each
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}
     */
    public Added add(ExperimentId experiment, String text) {
        AddressList list = AddressList.read(text);
        List<Invited> added = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (String address : list.addresses()) {
            try {
                Registration registration = participation.enroll(experiment, address, Optional.empty());
                added.add(new Invited(registration.participant(), address, Optional.empty()));
            } catch (AepsychException e) {
                if (e.code() != StandardError.PARTICIPANT_EXISTS) {
                    throw e;
                }
                known.add(address);
            }
        }
        return new Added(added, known, list.refused());
    }

    /**
     * Makes links with which participants can come in once.
     *
     * @param experiment which
     * @param participants for whom; nobody else's links are touched
     * @return a secret for each who was not erased, in the order of their numbers
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant; then nobody gets a link
     */
    public List<Secret> links(ExperimentId experiment, Collection<ParticipantId> participants) {
        Map<ParticipantId, String> hashes = new HashMap<>();
        List<Secret> secretsByNumber = new ArrayList<>();
        for (Person person : persons(experiment, participants)) {
            SecretToken token = SecretToken.draw(secrets);
            hashes.put(person.id(), token.hash());
            secretsByNumber.add(new Secret(Invited.of(person), token.text()));
        }
        if (!hashes.isEmpty()) {
            lanes.submit(experiment, new IssueLinks(lanes.rules(), hashes, LINK_LIFE));
        }
        return List.copyOf(secretsByNumber);
    }

    /**
     * Tells whether a link can still be used, without using it.
     *
     * @param experiment which
     * @param secret the secret part of the link
     * @return false if it was used, is too old, or never was one
     */
    public boolean isOpen(ExperimentId experiment, String secret) {
        return SecretToken.parse(secret)
                .flatMap(token -> lanes.state(experiment).link(token.hash()))
                .filter(link -> link.expires().isAfter(clock.instant()))
                .isPresent();
    }

    /**
     * Uses a link, which is void afterwards.
     *
     * @param experiment which
     * @param secret the secret part of the link
     * @return whose link it was
     * @throws AepsychException {@code NOT_ALLOWED} if it was used, is too old, or never was one, or its owner is
     *     excluded
     */
    public ParticipantId redeem(ExperimentId experiment, String secret) {
        String hash = SecretToken.parse(secret).map(SecretToken::hash).orElse("");
        return lanes.submit(experiment, new RedeemLink(lanes.rules(), hash));
    }

    /**
     * Gives participants new passwords; the old ones no longer work.
     *
     * @param experiment which
     * @param participants whose
     * @return a password for each who was not erased, in the order of their numbers
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant; then no password changes
     */
    public List<Secret> resetPasswords(ExperimentId experiment, Collection<ParticipantId> participants) {
        List<Person> persons = persons(experiment, participants);
        Map<ParticipantId, String> hashes = new LinkedHashMap<>();
        List<Secret> fresh = new ArrayList<>();
        for (Person person : persons) {
            String password = passwords.generate();
            hashes.put(person.id(), passwords.hash(password));
            fresh.add(new Secret(Invited.of(person), password));
        }
        hashes.forEach((id, hash) -> storage.persons().setPasswordHash(lanes.stream(experiment), id, hash));
        return List.copyOf(fresh);
    }

    /**
     * Notes in which language a participant reads, so that mails to them can be in it.
     *
     * @param experiment which
     * @param participant who
     * @param language tag such as {@code fr}
     */
    public void reads(ExperimentId experiment, ParticipantId participant, String language) {
        StreamId stream = lanes.stream(experiment);
        boolean changed = storage.persons()
                .find(stream, participant)
                .filter(person -> !person.language().equals(Optional.of(language)))
                .isPresent();
        if (changed) {
            storage.persons().setLanguage(stream, participant, language);
        }
    }

    /**
     * Tells whether a participant could come back with a password.
     *
     * @param experiment which
     * @param participant who
     * @return false for those who came in by a link and never got one
     */
    public boolean hasPassword(ExperimentId experiment, ParticipantId participant) {
        return storage.persons()
                .find(lanes.stream(experiment), participant)
                .flatMap(Person::passwordHash)
                .isPresent();
    }

    /**
     * Erases who a participant is: name or address, password, sessions, and mails that wait. What they played stays under
     * their number, and the log still verifies.
     *
     * @param experiment which
     * @param participant who; may have been erased before
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public void erase(ExperimentId experiment, ParticipantId participant) {
        ParticipantId known = lanes.state(experiment).require(participant).id();
        boolean unused = storage.persons().erase(lanes.stream(experiment), known);
    }

    /**
     * Lists everybody whom links and passwords can be made for.
     *
     * @param experiment which
     * @return in the order of their numbers
     */
    public List<Invited> everybody(ExperimentId experiment) {
        return storage.persons().list(lanes.stream(experiment)).stream()
                .map(Invited::of)
                .toList();
    }

    /**
     * Finds participants whom links and passwords can be made for.
     *
     * @param experiment which
     * @param participants who
     * @return those who were not erased, in the order of their numbers
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public List<Invited> find(ExperimentId experiment, Collection<ParticipantId> participants) {
        return persons(experiment, participants).stream().map(Invited::of).toList();
    }

    private List<Person> persons(ExperimentId experiment, Collection<ParticipantId> participants) {
        GameState state = lanes.state(experiment);
        participants.forEach(state::require);
        return storage.persons().list(lanes.stream(experiment)).stream()
                .filter(person -> participants.contains(person.id()))
                .toList();
    }
}
