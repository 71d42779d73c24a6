package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccountStore;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.secret.SecretSource;

/** Opens, finds and ends sessions, whoever they belong to. Thread-safe. */
@Singleton
final class Sessions {
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final int LONGEST_USER_AGENT = 200;

    private final Storage storage;
    private final SecretSource secrets;
    private final InstantSource clock;
    private final AtomicReference<Instant> nextCleaning;

    @Inject
    Sessions(Storage storage, SecretSource secrets, InstantSource clock) {
        this.storage = storage;
        this.secrets = secrets;
        this.clock = clock;
        this.nextCleaning = new AtomicReference<>(clock.instant());
    }

    SecretToken openForAdministrator(long administrator, Duration life, String userAgent) {
        return open(life, Optional.of(administrator), Optional.empty(), Optional.empty(), userAgent);
    }

    SecretToken openForParticipant(StreamId stream, ParticipantId participant, Duration life, String userAgent) {
        return open(life, Optional.empty(), Optional.of(stream), Optional.of(participant), userAgent);
    }

    Optional<AccountStore.Session> find(SecretToken token) {
        return storage.accounts()
                .findSession(token.hash())
                .filter(session -> session.expires().isAfter(clock.instant()));
    }

    void end(SecretToken token) {
        storage.accounts().deleteSession(token.hash());
    }

    private SecretToken open(
            Duration life,
            Optional<Long> administrator,
            Optional<StreamId> stream,
            Optional<ParticipantId> participant,
            String userAgent) {
        Instant now = clock.instant();
        cleanNowAndThen(now);
        SecretToken token = SecretToken.draw(secrets);
        String browser = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_USER_AGENT));
        storage.accounts()
                .createSession(new AccountStore.Session(
                        token.hash(), now, now.plus(life), administrator, stream, participant, browser));
        return token;
    }

    private void cleanNowAndThen(Instant now) {
        Instant due = nextCleaning.get();
        if (!now.isBefore(due) && nextCleaning.compareAndSet(due, now.plus(BETWEEN_CLEANINGS))) {
            storage.accounts().deleteExpiredSessions(now);
        }
    }
}
