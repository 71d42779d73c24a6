package org.aepsych.core.game;

import jakarta.inject.Inject;
import java.time.Duration;
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
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.account.Passwords;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.game.event.GameEvent.ExperimentWiped;
import org.aepsych.core.game.view.GameAdminView.AdminParticipant;
import org.aepsych.core.game.view.Registration;
import org.aepsych.core.secret.SecretSource;

/**
 * How participants whom the experimenter invites get in: lists of addresses, links that work once, and new passwords.
 * Secrets are returned once and kept nowhere; what is kept of them cannot be turned back. Thread-safe.
 */
public final class ParticipantAccess {
    /** How long a link can be used. */
    public static final Duration LINK_LIFE = Duration.ofDays(30);

    private final GameExperiments games;
    private final Storage storage;
    private final Passwords passwords;
    private final SecretSource secrets;

    /**
     * Takes what it works with.
     *
     * @param games the experiments
     * @param storage has the persons
     * @param passwords makes and hashes passwords
     * @param secrets makes the links' secrets
     */
    @Inject
    public ParticipantAccess(GameExperiments games, Storage storage, Passwords passwords, SecretSource secrets) {
        this.games = games;
        this.storage = storage;
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
                Registration registration = games.enroll(experiment, address, Optional.empty());
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
            games.submit(experiment, new IssueLinks(games.rules(), hashes, LINK_LIFE));
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
                .filter(token -> games.linkIsOpen(experiment, token.hash()))
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
        return games.submit(experiment, new RedeemLink(games.rules(), hash));
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
        hashes.forEach((id, hash) -> storage.persons().setPasswordHash(games.stream(experiment), id, hash));
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
        StreamId stream = games.stream(experiment);
        boolean changed = storage.persons()
                .find(stream, participant)
                .filter(person -> !person.language().equals(Optional.of(language)))
                .isPresent();
        if (changed) {
            storage.persons().setLanguage(stream, participant, language);
        }
    }

    /**
     * Makes an experiment new again, as {@link GameExperiments} does, and erases who those were who registered
     * themselves. Passwords of the others no longer work.
     *
     * @param experiment which
     * @return how many are gone
     */
    public int wipe(ExperimentId experiment) {
        int gone = games.wipe(experiment).size();
        forget(experiment);
        return gone;
    }

    /**
     * Ends what a server that was stopped had begun: experiments whose log says that they begin anew, and nothing since,
     * forget who registered themselves. To be called at the start.
     *
     * @return how many experiments there were
     */
    public int finishWipes() {
        int finished = 0;
        for (OpenedStream opened : storage.streams().list()) {
            if (opened.header().protocol() == Protocol.GAME && endsWithWipe(opened.id())) {
                forget(opened.header().experimentId());
                finished++;
            }
        }
        return finished;
    }

    private boolean endsWithWipe(StreamId stream) {
        long last = storage.events().last(stream);
        return last > 0
                && storage.events().read(stream, last - 1).stream()
                        .anyMatch(event -> event.type().equals(ExperimentWiped.TYPE));
    }

    /** Erases who is no longer in the log, and lets nobody else in without a new link or password; may be repeated. */
    private void forget(ExperimentId experiment) {
        StreamId stream = games.stream(experiment);
        List<Person> persons = storage.persons().list(stream);
        Map<ParticipantId, AdminParticipant> present = new HashMap<>();
        games.adminView(experiment).participants().forEach(participant -> present.put(participant.id(), participant));
        storage.accounts().deleteSessions(stream);
        String nobodys = passwords.hash(SecretToken.draw(secrets).text());
        for (Person person : persons) {
            AdminParticipant participant = present.get(person.id());
            if (participant == null) {
                boolean unused = storage.persons().erase(stream, person.id());
            } else if (!participant.selfRegistered()) {
                storage.persons().setPasswordHash(stream, person.id(), nobodys);
            }
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
                .find(games.stream(experiment), participant)
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
        games.requireParticipants(experiment, List.of(participant));
        boolean unused = storage.persons().erase(games.stream(experiment), participant);
    }

    /**
     * Lists everybody whom links and passwords can be made for.
     *
     * @param experiment which
     * @return in the order of their numbers
     */
    public List<Invited> everybody(ExperimentId experiment) {
        return storage.persons().list(games.stream(experiment)).stream()
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
        games.requireParticipants(experiment, participants);
        return storage.persons().list(games.stream(experiment)).stream()
                .filter(person -> participants.contains(person.id()))
                .toList();
    }
}
