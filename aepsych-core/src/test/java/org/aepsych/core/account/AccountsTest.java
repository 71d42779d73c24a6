package org.aepsych.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorCode;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.account.OneTimeLinks.Purpose;
import org.aepsych.core.secret.SealingKeys;
import org.aepsych.core.secret.SecretBox;
import org.aepsych.core.secret.SecretSource;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.SettableClock;
import org.aepsych.core.testing.StorageForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEveryStorage
class AccountsTest {
    private static final String PASSWORD = "correct horse";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private static final StreamHeader HEADER = new StreamHeader(
            Protocol.GAME,
            new ExperimentId("pd"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final Storage storage = StorageForTests.forTest();
    private final SecretSource secrets = SecretSource.secure();
    private final Passwords passwords = new Passwords(secrets);
    private final Sessions sessions = new Sessions(storage, secrets, clock);
    private final Administrators administrators = new Administrators(
            storage,
            sessions,
            passwords,
            new Authenticators(
                    storage, new SecretBox(SealingKeys.of(Map.of(), Path.of("none"), secrets), secrets), clock));
    private final ParticipantSessions participants =
            new ParticipantSessions(storage, sessions, passwords, new Presence(clock));
    private final OneTimeLinks links = new OneTimeLinks(administrators, secrets, clock);

    @Test
    void anAdministratorLogsInAndOut() {
        AdministratorLogin created = administrators.create(" Lab@Example.org ", PASSWORD);
        assertThat(created.email()).isEqualTo("lab@example.org");
        SecretToken session = administrators.logIn("LAB@example.org", PASSWORD, "", "test");
        assertThat(administrators.recognise(session)).contains(created);
        administrators.logOut(session);
        assertThat(administrators.recognise(session)).isEmpty();
    }

    @Test
    void neitherPasswordsNorTokensAreKept() {
        administrators.create("lab@example.org", PASSWORD);
        SecretToken session = administrators.logIn("lab@example.org", PASSWORD, "", "test");
        String kept = storage.accounts()
                .findAdministrator("lab@example.org")
                .orElseThrow()
                .passwordHash();
        assertThat(kept).startsWith("$argon2id$").doesNotContain(PASSWORD);
        assertThat(storage.accounts().findSession(session.text())).isEmpty();
        assertThat(storage.accounts().findSession(session.hash())).isPresent();
        assertThat(session.toString()).doesNotContain(session.text());
    }

    @Test
    void sessionsEndWithTime() {
        administrators.create("lab@example.org", PASSWORD);
        SecretToken session = administrators.logIn("lab@example.org", PASSWORD, "", "test");
        clock.move(Duration.ofHours(13));
        assertThat(administrators.recognise(session)).isEmpty();
        administrators.logIn("lab@example.org", PASSWORD, "", "test");
        assertThat(storage.accounts().findSession(session.hash())).isEmpty();
    }

    @Test
    void aParticipantsSessionIsNotAnAdministrators() {
        StreamId stream = storage.streams().open(HEADER, List.of(), List.of());
        SecretToken session = participants.open(stream, new ParticipantId(4), "x".repeat(1_000));
        assertThat(participants.recognise(session)).contains(new ParticipantLogin(stream, new ParticipantId(4)));
        assertThat(administrators.recognise(session)).isEmpty();
    }

    @Test
    void wrongPasswordsAndUnknownPeopleAreRefusedAlike() {
        administrators.create("lab@example.org", PASSWORD);
        refused(StandardError.LOGIN_REQUIRED, () -> administrators.logIn("lab@example.org", "wrong", "", "test"));
        refused(StandardError.LOGIN_REQUIRED, () -> administrators.logIn("nobody@example.org", PASSWORD, "", "test"));
        refused(
                StandardError.LOGIN_REQUIRED,
                () -> administrators.logIn("lab@example.org", "x".repeat(5_000), "", "t"));
        refused(StandardError.LOGIN_REQUIRED, () -> participants.logIn(new StreamId(1), "Ann", PASSWORD, "test"));
    }

    @ParameterizedTest
    @CsvSource({"lab, correct horse", "a b@example.org, correct horse", "lab@example.org, too-short"})
    void accountsNeedAnAddressAndALongPassword(String email, String password) {
        refused(StandardError.INPUT_INVALID, () -> administrators.create(email, password));
    }

    @Test
    void theFirstAdministratorIsCreatedOnce() {
        SecretToken link = links.forFirstAdministrator().orElseThrow();
        assertThat(links.isOpen(link, Purpose.CREATE_FIRST)).isTrue();
        assertThat(links.isOpen(link, Purpose.LOG_IN)).isFalse();
        refused(StandardError.INPUT_INVALID, () -> links.createFirst(link, "lab@example.org", "short"));
        links.createFirst(link, "lab@example.org", PASSWORD);
        refused(StandardError.NOT_ALLOWED, () -> links.createFirst(link, "other@example.org", PASSWORD));
        assertThat(links.forFirstAdministrator()).isEmpty();
    }

    @Test
    void aLogInLinkWorksOnceAndNotForEver() {
        SecretToken link = links.forLogIn("demo@example.org");
        AdministratorLogin created = links.logIn(link);
        assertThat(administrators.find("demo@example.org")).contains(created);
        refused(StandardError.NOT_ALLOWED, () -> links.logIn(link));

        SecretToken late = links.forLogIn("demo@example.org");
        clock.move(Duration.ofHours(24));
        refused(StandardError.NOT_ALLOWED, () -> links.logIn(late));
    }

    @Test
    void generatedPasswordsCanBeReadOutAndDiffer() {
        String one = passwords.generate();
        assertThat(one).matches("([2-9a-hj-kmnp-tv-z]{4}-){2}[2-9a-hj-kmnp-tv-z]{4}");
        assertThat(passwords.generate()).isNotEqualTo(one);
        assertThat(passwords.matches(one, Optional.of(passwords.hash(one)))).isTrue();
        assertThat(passwords.matches(one, Optional.empty())).isFalse();
    }

    @Test
    void tokensAreRecognisedByTheirShapeAndHaveSecretsOfTheirOwn() {
        SecretToken token = SecretToken.draw(secrets);
        assertThat(SecretToken.parse(token.text())).contains(token);
        assertThat(SecretToken.parse(token.text() + "A")).isEmpty();
        assertThat(SecretToken.parse("")).isEmpty();
        assertThat(token.derive("form")).isNotEqualTo(token.hash()).isNotEqualTo(token.derive("other"));
    }

    private static void refused(ErrorCode code, Runnable attempt) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(attempt::run)
                .extracting(AepsychException::code)
                .isEqualTo(code);
    }
}
