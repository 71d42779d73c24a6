package org.aepsych.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.secret.SealingKeys;
import org.aepsych.core.secret.SecretBox;
import org.aepsych.core.secret.SecretError;
import org.aepsych.core.secret.SecretSource;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.SettableClock;
import org.aepsych.core.testing.StorageForTests;
import org.junit.jupiter.api.Test;

@OnEveryStorage
class MembersTest {
    private static final String PASSWORD = "correct horse";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Storage storage = StorageForTests.forTest();
    private final SecretSource secrets = SecretSource.secure();
    private final SecretBox box = new SecretBox(
            SealingKeys.of(Map.of(SealingKeys.VARIABLE, "0123456789abcdef".repeat(4)), Path.of("none"), secrets),
            secrets);
    private final Authenticators authenticators = new Authenticators(storage, box, clock);
    private final Administrators administrators =
            new Administrators(storage, new Sessions(storage, secrets, clock), new Passwords(secrets), authenticators);
    private final Members members = new Members(storage, administrators, authenticators, secrets, clock);
    private final ApiTokens tokens = new ApiTokens(storage, secrets, clock);
    private final AdministratorLogin owner = administrators.create("owner@example.org", PASSWORD);

    @Test
    void whoCreatesTheFirstAccountOwnsTheLaboratory() {
        assertThat(owner.role()).isEqualTo(AdminRole.OWNER);
    }

    @Test
    void anInvitationCreatesOneAccountWithItsRole() {
        SecretToken invitation = members.invite(" New@Example.org ", AdminRole.OPERATOR, owner);
        assertThat(members.invitation(invitation).orElseThrow().email()).isEqualTo("new@example.org");
        refused(StandardError.INPUT_INVALID, () -> members.accept(invitation, "short"));
        AdministratorLogin created = members.accept(invitation, PASSWORD);
        assertThat(created.role()).isEqualTo(AdminRole.OPERATOR);
        assertThat(administrators.recognise(administrators.logIn("new@example.org", PASSWORD, "", "test")))
                .contains(created);
        refused(StandardError.NOT_ALLOWED, () -> members.accept(invitation, PASSWORD));
        refused(StandardError.STATE_CONFLICT, () -> members.invite("new@example.org", AdminRole.VIEWER, owner));
    }

    @Test
    void invitationsEndByThemselvesAndWhenTheyAreWithdrawn() {
        SecretToken late = members.invite("late@example.org", AdminRole.VIEWER, owner);
        SecretToken withdrawn = members.invite("never@example.org", AdminRole.VIEWER, owner);
        members.withdraw(members.invitation(withdrawn).orElseThrow().id());
        refused(StandardError.NOT_ALLOWED, () -> members.accept(withdrawn, PASSWORD));
        clock.move(Duration.ofDays(8));
        refused(StandardError.NOT_ALLOWED, () -> members.accept(late, PASSWORD));
        assertThat(members.invitations()).isEmpty();
    }

    @Test
    void theLastOwnerStays() {
        refused(StandardError.STATE_CONFLICT, () -> members.setRole(owner.id(), AdminRole.EDITOR));
        refused(StandardError.STATE_CONFLICT, () -> members.remove(owner.id()));
        AdministratorLogin second =
                members.accept(members.invite("second@example.org", AdminRole.OWNER, owner), PASSWORD);
        members.setRole(owner.id(), AdminRole.VIEWER);
        refused(StandardError.STATE_CONFLICT, () -> members.remove(second.id()));
        members.remove(owner.id());
        assertThat(members.list()).extracting(Members.Member::id).containsExactly(second.id());
    }

    @Test
    void aTokenAllowsNoMoreThanItsOwnerAtAnyTime() {
        AdministratorLogin editor =
                members.accept(members.invite("editor@example.org", AdminRole.EDITOR, owner), PASSWORD);
        refused(StandardError.NOT_ALLOWED, () -> tokens.make("all", AdminRole.OWNER, 1, editor));
        SecretToken token = tokens.make("analysis", AdminRole.EDITOR, 30, editor);
        assertThat(tokens.recognise(token).orElseThrow().administrator().role()).isEqualTo(AdminRole.EDITOR);
        members.setRole(editor.id(), AdminRole.VIEWER);
        assertThat(tokens.recognise(token).orElseThrow().administrator().role()).isEqualTo(AdminRole.VIEWER);
        members.remove(editor.id());
        assertThat(tokens.recognise(token)).isEmpty();
    }

    @Test
    void tokensEndByThemselvesAndWhenTheyAreRevoked() {
        SecretToken revoked = tokens.make("revoked", AdminRole.VIEWER, 30, owner);
        SecretToken old = tokens.make("old", AdminRole.VIEWER, 1, owner);
        tokens.revoke(tokens.list().get(0).id());
        assertThat(tokens.recognise(revoked)).isEmpty();
        assertThat(tokens.recognise(old)).isPresent();
        assertThat(tokens.list().get(0).used()).contains(clock.instant());
        clock.move(Duration.ofDays(2));
        assertThat(tokens.recognise(old)).isEmpty();
    }

    @Test
    void anInvitationIsNoTokenAndATokenIsNoInvitation() {
        SecretToken invitation = members.invite("x@example.org", AdminRole.OWNER, owner);
        SecretToken token = tokens.make("x", AdminRole.OWNER, 1, owner);
        assertThat(tokens.recognise(invitation)).isEmpty();
        assertThat(members.invitation(token)).isEmpty();
        members.withdraw(tokens.list().get(0).id());
        assertThat(tokens.recognise(token)).isPresent();
    }

    /** Appendix B of RFC 6238, the last six digits. */
    @Test
    void codesAreThoseOfTheStandard() {
        String secret = OneTimeCode.text("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(secret).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(OneTimeCode.at(secret, 59 / 30)).isEqualTo("287082");
        assertThat(OneTimeCode.at(secret, 1_111_111_109L / 30)).isEqualTo("081804");
        assertThat(OneTimeCode.at(secret, 2_000_000_000L / 30)).isEqualTo("279037");
    }

    @Test
    void whoUsesAnAuthenticatorNeedsItsCodeToLogIn() {
        String secret = members.drawAuthenticator();
        String code = OneTimeCode.at(secret, clock.instant().getEpochSecond() / 30);
        refused(StandardError.INPUT_INVALID, () -> members.useAuthenticator(owner.id(), secret, "123"));
        members.useAuthenticator(owner.id(), secret, code.substring(0, 3) + " " + code.substring(3));
        refused(StandardError.LOGIN_REQUIRED, () -> administrators.logIn("owner@example.org", PASSWORD, "", "test"));
        assertThat(administrators.logIn("owner@example.org", PASSWORD, code, "test"))
                .isNotNull();
        assertThat(kept()).startsWith("sealed:").doesNotContain(secret);
        clock.move(Duration.ofMinutes(5));
        refused(StandardError.LOGIN_REQUIRED, () -> administrators.logIn("owner@example.org", PASSWORD, code, "test"));
        members.dropAuthenticator(owner.id());
        assertThat(administrators.logIn("owner@example.org", PASSWORD, "", "test"))
                .isNotNull();
    }

    @Test
    void whatWasKeptInTheClearIsSealedAndStaysTheSameSecret() {
        String secret = members.drawAuthenticator();
        storage.access().setAuthenticator(owner.id(), Optional.of(secret), clock.instant());

        assertThat(authenticators.seal()).isOne();

        assertThat(kept()).startsWith("sealed:").doesNotContain(secret);
        assertThat(authenticators.seal()).isZero();
        String code = OneTimeCode.at(secret, clock.instant().getEpochSecond() / 30);
        assertThat(administrators.logIn("owner@example.org", PASSWORD, code, "test"))
                .isNotNull();
    }

    @Test
    void withoutTheKeyNobodyIsLetInByThatAccountAndNothingIsOverwritten() {
        String secret = members.drawAuthenticator();
        members.useAuthenticator(
                owner.id(), secret, OneTimeCode.at(secret, clock.instant().getEpochSecond() / 30));
        String before = kept();
        SecretBox other = new SecretBox(
                SealingKeys.of(Map.of(SealingKeys.VARIABLE, "f".repeat(64)), Path.of("none"), secrets), secrets);
        Authenticators elsewhere = new Authenticators(storage, other, clock);

        assertThat(elsewhere.seal()).isZero();

        assertThat(kept()).isEqualTo(before);
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> elsewhere.accept(owner.id(), "123456"))
                .withMessageContaining("AEPSYCH_KEY")
                .extracting(AepsychException::code)
                .isEqualTo(SecretError.SECRET_SEALED);
    }

    private String kept() {
        return storage.access().member(owner.id()).orElseThrow().authenticator().orElseThrow();
    }

    @Test
    void aPasswordIsChangedByWhoKnowsThePresentOne() {
        refused(
                StandardError.LOGIN_REQUIRED,
                () -> administrators.changePassword(owner, "wrong", "another long password"));
        administrators.changePassword(owner, PASSWORD, "another long password");
        refused(StandardError.LOGIN_REQUIRED, () -> administrators.logIn("owner@example.org", PASSWORD, "", "test"));
    }

    private static void refused(StandardError code, Runnable call) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(call::run)
                .satisfies(error -> assertThat(error.code()).isEqualTo(code));
    }
}
