package org.aepsych.tck;

import static org.aepsych.tck.Refusals.assertRefused;
import static org.aepsych.tck.StorageSamples.NOON;
import static org.aepsych.tck.StorageSamples.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccountStore.Administrator;
import org.aepsych.api.storage.AccountStore.Session;
import org.junit.jupiter.api.Test;

/** Administrators and the sessions of everybody. */
interface AccountContract extends StorageUnderTest {
    @Test
    default void administratorsAreCreatedAndFound() {
        assertThat(storage().accounts().administrators()).isZero();

        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Administrator bob = storage().accounts().createAdministrator("bob@example.org", "$argon2id$b");

        assertThat(storage().accounts().administrators()).isEqualTo(2);
        assertThat(ada.passwordHash()).isEqualTo("$argon2id$a");
        assertThat(storage().accounts().findAdministrator("ada@example.org")).contains(ada);
        assertThat(storage().accounts().findAdministrator(bob.id())).contains(bob);
        assertThat(storage().accounts().findAdministrator("eve@example.org")).isEmpty();
        assertThat(storage().accounts().findAdministrator(ada.id() + bob.id())).isEmpty();
    }

    @Test
    default void anAdministratorsAddressIsTakenOnce() {
        storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");

        assertRefused(
                StandardError.STATE_CONFLICT,
                () -> storage().accounts().createAdministrator("ada@example.org", "$argon2id$b"));

        assertThat(storage().accounts().administrators()).isEqualTo(1);
    }

    @Test
    default void sessionsAreKeptUntilTheyEnd() {
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        StreamId stream = newStream();
        Session admins = new Session(
                "a".repeat(64),
                NOON,
                NOON.plusSeconds(60),
                Optional.of(ada.id()),
                Optional.empty(),
                Optional.empty(),
                "");
        Session players = new Session(
                "b".repeat(64),
                NOON,
                NOON.plusSeconds(61),
                Optional.empty(),
                Optional.of(stream),
                Optional.of(new ParticipantId(7)),
                "Mozilla/5.0 🧪");
        storage().accounts().createSession(admins);
        storage().accounts().createSession(players);

        assertThat(storage().accounts().findSession("a".repeat(64))).contains(admins);
        assertThat(storage().accounts().findSession("b".repeat(64))).contains(players);
        assertThat(storage().accounts().findSession("c".repeat(64))).isEmpty();

        storage().accounts().deleteExpiredSessions(NOON.plusSeconds(60));
        assertThat(storage().accounts().findSession("a".repeat(64))).isEmpty();
        assertThat(storage().accounts().findSession("b".repeat(64))).isPresent();

        storage().accounts().deleteSession("b".repeat(64));
        assertThat(storage().accounts().findSession("b".repeat(64))).isEmpty();
    }

    @Test
    default void sessionsOfAStreamEndTogether() {
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        StreamId stream = newStream();
        StreamId other = newStream();
        storage().accounts().createSession(session("a", Optional.of(ada.id()), Optional.empty()));
        storage().accounts().createSession(session("b", Optional.empty(), Optional.of(stream)));
        storage().accounts().createSession(session("c", Optional.empty(), Optional.of(other)));

        storage().accounts().deleteSessions(stream);

        assertThat(storage().accounts().findSession("b".repeat(64))).isEmpty();
        assertThat(storage().accounts().findSession("a".repeat(64))).isPresent();
        assertThat(storage().accounts().findSession("c".repeat(64))).isPresent();
    }
}
