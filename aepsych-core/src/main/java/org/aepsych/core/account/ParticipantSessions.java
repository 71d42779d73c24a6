package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccountStore;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.Storage;

/** Logs participants of an experiment in and out. Thread-safe. */
@Singleton
public final class ParticipantSessions {
    /** How long a participant is known in a browser; browsers keep the token as long. */
    public static final Duration LIFE = Duration.ofDays(60);

    private static final int LONGEST_PASSWORD = 200;

    private final Storage storage;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Presence presence;

    /**
     * Prepares the sessions of a storage.
     *
     * @param storage keeps participants
     * @param sessions keeps who is logged in
     * @param passwords checks passwords
     * @param presence is told who was there
     */
    @Inject
    ParticipantSessions(Storage storage, Sessions sessions, Passwords passwords, Presence presence) {
        this.storage = storage;
        this.sessions = sessions;
        this.passwords = passwords;
        this.presence = presence;
    }

    /**
     * Opens a session for somebody who has just registered.
     *
     * @param stream the experiment
     * @param participant who
     * @param userAgent what the browser says it is
     * @return the session's token
     */
    public SecretToken open(StreamId stream, ParticipantId participant, String userAgent) {
        return sessions.openForParticipant(stream, participant, LIFE, userAgent);
    }

    /**
     * Opens a session for somebody who comes back. The answer and its time are the same for a wrong password and for
     * an unknown identifier.
     *
     * @param stream the experiment
     * @param identifier what was chosen when joining
     * @param password what was shown when joining
     * @param userAgent what the browser says it is
     * @return the session's token
     * @throws AepsychException {@code LOGIN_REQUIRED} if they do not fit
     */
    public SecretToken logIn(StreamId stream, String identifier, String password, String userAgent) {
        String entered = password.strip();
        Optional<Person> person = entered.length() > LONGEST_PASSWORD
                ? Optional.empty()
                : storage.persons().find(stream, identifier.strip());
        boolean fits = passwords.matches(
                entered.substring(0, Math.min(entered.length(), LONGEST_PASSWORD)),
                person.flatMap(Person::passwordHash));
        return person.filter(known -> fits)
                .map(known -> open(stream, known.id(), userAgent))
                .orElseThrow(() -> new AepsychException(
                        StandardError.LOGIN_REQUIRED, "The identifier and the password do not fit."));
    }

    /**
     * Tells who shows a token.
     *
     * @param token what was sent
     * @return the participant, or empty if the session is unknown, over or not a participant's
     */
    public Optional<ParticipantLogin> recognise(SecretToken token) {
        Optional<ParticipantLogin> login = sessions.find(token).flatMap(ParticipantSessions::login);
        login.ifPresent(presence::seen);
        return login;
    }

    /**
     * Ends a session.
     *
     * @param token its token
     */
    public void logOut(SecretToken token) {
        sessions.end(token);
    }

    private static Optional<ParticipantLogin> login(AccountStore.Session session) {
        return session.stream()
                .flatMap(stream -> session.participant().map(participant -> new ParticipantLogin(stream, participant)));
    }
}
