package org.aepsych.tck;

import static org.aepsych.tck.StorageSamples.NOON;
import static org.aepsych.tck.StorageSamples.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.storage.AccessStore.AuditEntry;
import org.aepsych.api.storage.AccessStore.Member;
import org.aepsych.api.storage.AccessStore.Pass;
import org.aepsych.api.storage.AccessStore.PassKind;
import org.aepsych.api.storage.AccountStore.Administrator;
import org.aepsych.api.storage.Storage;
import org.junit.jupiter.api.Test;

/** Roles, second factors, passes and the audit log. */
interface AccessContract extends StorageUnderTest {
    @Test
    default void anAdministratorWithoutARoleIsAnOwnerAndRolesChange() {
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Administrator bob = storage().accounts().createAdministrator("bob@example.org", "$argon2id$b");

        storage().access().setRole(bob.id(), "viewer", NOON);
        storage().access().setRole(bob.id(), "editor", NOON.plusSeconds(1));

        assertThat(storage().access().members())
                .containsExactly(
                        new Member(ada.id(), "ada@example.org", "owner", Optional.empty()),
                        new Member(bob.id(), "bob@example.org", "editor", Optional.empty()));
        assertThat(storage().access().member(bob.id()))
                .contains(new Member(bob.id(), "bob@example.org", "editor", Optional.empty()));
        assertThat(storage().access().member(ada.id() + bob.id())).isEmpty();
    }

    @Test
    default void anAuthenticatorIsKeptToTheCharacterAndDropped() {
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        String secret = "sealed:1:0123abcd:_-" + "x".repeat(500);

        storage().access().setAuthenticator(ada.id(), Optional.of(secret), NOON);
        assertThat(storage().access().member(ada.id()).flatMap(Member::authenticator))
                .contains(secret);
        storage().access().setRole(ada.id(), "operator", NOON);
        assertThat(storage().access().member(ada.id()))
                .contains(new Member(ada.id(), "ada@example.org", "operator", Optional.of(secret)));

        storage().access().setAuthenticator(ada.id(), Optional.empty(), NOON);
        assertThat(storage().access().member(ada.id()))
                .contains(new Member(ada.id(), "ada@example.org", "operator", Optional.empty()));
    }

    @Test
    default void aNewPasswordOfAnAdministratorEndsTheirSessionsOnly() {
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Administrator bob = storage().accounts().createAdministrator("bob@example.org", "$argon2id$b");
        storage().accounts().createSession(session("a", Optional.of(ada.id()), Optional.empty()));
        storage().accounts().createSession(session("b", Optional.of(bob.id()), Optional.empty()));

        storage().access().setPasswordHash(ada.id(), "$argon2id$new");

        assertThat(storage().accounts().findAdministrator(ada.id()))
                .contains(new Administrator(ada.id(), "ada@example.org", "$argon2id$new"));
        assertThat(storage().accounts().findSession("a".repeat(64))).isEmpty();
        assertThat(storage().accounts().findSession("b".repeat(64))).isPresent();
    }

    @Test
    default void passesAreFoundByTheirHashListedByKindAndEndOnce() {
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Pass invitation = pass(PassKind.INVITATION, "1", "new@example.org", ada);
        Pass token = pass(PassKind.API, "2", "analysis 🧪", ada);

        long first = storage().access().keep(invitation);
        long second = storage().access().keep(token);

        assertThat(second).isGreaterThan(first);
        assertThat(storage().access().find("1".repeat(64))).contains(numbered(invitation, first, Optional.empty()));
        assertThat(storage().access().find("3".repeat(64))).isEmpty();
        assertThat(storage().access().passes(PassKind.API)).containsExactly(numbered(token, second, Optional.empty()));

        storage().access().used(second, NOON.plusSeconds(5));
        assertThat(storage().access().find("2".repeat(64)))
                .contains(numbered(token, second, Optional.of(NOON.plusSeconds(5))));

        assertThat(storage().access().end(first)).isTrue();
        assertThat(storage().access().end(first)).isFalse();
        assertThat(storage().access().find("1".repeat(64))).isEmpty();
        assertThat(storage().access().passes(PassKind.INVITATION)).isEmpty();
        assertThat(storage().access().keep(pass(PassKind.API, "4", "later", ada)))
                .isGreaterThan(second);
    }

    @Test
    default void racingUsersOfOneInvitationHaveOneWinner() throws Exception {
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        long invitation = storage().access().keep(pass(PassKind.INVITATION, "1", "new@example.org", ada));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> racers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                racers.add(pool.submit(() -> storage().access().end(invitation)));
            }
            int winners = 0;
            for (Future<Boolean> racer : racers) {
                winners += racer.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(winners).isOne();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    default void anAdministratorWhoIsRemovedTakesSessionsAndPassesAlong() {
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Administrator bob = storage().accounts().createAdministrator("bob@example.org", "$argon2id$b");
        storage().accounts().createSession(session("b", Optional.of(bob.id()), Optional.empty()));
        storage().access().setAuthenticator(bob.id(), Optional.of("SECRET"), NOON);
        storage().access().keep(pass(PassKind.API, "1", "bob's", bob));
        long adas = storage().access().keep(pass(PassKind.API, "2", "ada's", ada));
        storage().access().record(new AuditEntry(0, NOON, "bob@example.org", "login", "", "", ""));

        storage().access().remove(bob.id());

        assertThat(storage().access().members()).extracting(Member::id).containsExactly(ada.id());
        assertThat(storage().accounts().findAdministrator(bob.id())).isEmpty();
        assertThat(storage().accounts().findSession("b".repeat(64))).isEmpty();
        assertThat(storage().access().passes(PassKind.API)).extracting(Pass::id).containsExactly(adas);
        assertThat(storage().access().audit(Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(storage()
                        .accounts()
                        .createAdministrator("bob@example.org", "$argon2id$c")
                        .id())
                .isNotEqualTo(ada.id());
    }

    @Test
    default void theAuditLogIsReadBackwardsInPages() {
        for (int i = 0; i < 5; i++) {
            storage()
                    .access()
                    .record(new AuditEntry(
                            0, NOON.plusSeconds(i), "ada@example.org", "did " + i, "exp", "with é", "::1"));
        }

        List<AuditEntry> latest = storage().access().audit(Long.MAX_VALUE, 2);
        List<AuditEntry> earlier = storage().access().audit(latest.get(1).id(), 10);

        assertThat(latest).extracting(AuditEntry::action).containsExactly("did 4", "did 3");
        assertThat(earlier).extracting(AuditEntry::action).containsExactly("did 2", "did 1", "did 0");
        assertThat(earlier.get(2))
                .isEqualTo(
                        new AuditEntry(earlier.get(2).id(), NOON, "ada@example.org", "did 0", "exp", "with é", "::1"));
        assertThat(storage().access().audit(earlier.get(2).id(), 10)).isEmpty();
    }

    @Test
    default void accessIsThereAfterReopening() {
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        storage().access().setRole(ada.id(), "editor", NOON);
        storage().access().setAuthenticator(ada.id(), Optional.of("SECRET"), NOON);
        long token = storage().access().keep(pass(PassKind.API, "1", "analysis", ada));
        storage().access().record(new AuditEntry(0, NOON, "ada@example.org", "did", "", "", ""));
        storage().close();

        Storage again = another();

        assertThat(again.access().members())
                .containsExactly(new Member(ada.id(), "ada@example.org", "editor", Optional.of("SECRET")));
        assertThat(again.access().find("1".repeat(64))).map(Pass::id).contains(token);
        assertThat(again.access().audit(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action)
                .containsExactly("did");
    }

    private static Pass pass(PassKind kind, String digit, String name, Administrator by) {
        return new Pass(
                0, kind, digit.repeat(64), name, "viewer", by.id(), NOON, NOON.plusSeconds(3600), Optional.empty());
    }

    private static Pass numbered(Pass pass, long id, Optional<Instant> used) {
        return new Pass(
                id,
                pass.kind(),
                pass.hash(),
                pass.name(),
                pass.role(),
                pass.administrator(),
                pass.created(),
                pass.expires(),
                used);
    }
}
