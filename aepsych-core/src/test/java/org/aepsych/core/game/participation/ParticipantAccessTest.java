package org.aepsych.core.game.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.AccountStore.Session;
import org.aepsych.api.storage.Person;
import org.aepsych.core.account.Passwords;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.conduct.GameWipes;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.participation.ParticipantAccess.Added;
import org.aepsych.core.game.participation.ParticipantAccess.Invited;
import org.aepsych.core.game.participation.ParticipantAccess.Secret;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.OpenLink;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.secret.SecretSource;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

/** How invited participants get in. */
@OnEveryStorage
class ParticipantAccessTest {
    private final GameLab lab = new GameLab();
    private final Passwords passwords = new Passwords(SecretSource.secure());
    private final ParticipantAccess access = new ParticipantAccess(
            lab.doors.lanes(), lab.participation, lab.storage, lab.clock, passwords, SecretSource.secure());
    private final GameWipes wipes =
            new GameWipes(lab.doors.lanes(), lab.conduct, lab.storage, passwords, SecretSource.secure());
    private final ExperimentId id = lab.define("rounds = 3\nautoadd = no");

    private String link(long participant) {
        return access.links(id, List.of(new ParticipantId(participant))).get(0).secret();
    }

    @Test
    void addressesAreTakenFromWhateverIsPasted() {
        Added added = access.add(id, """
                name,e-mail,group
                "Ann A.",Ann@Example.ORG,1
                Bob <bob@example.org>; "Cy" <cy@example>, dee@example.org
                mailto:eve@example.org ann@example.org not@here@all
                """);

        assertThat(added.added())
                .containsExactly(
                        new Invited(new ParticipantId(1), "ann@example.org", Optional.empty()),
                        new Invited(new ParticipantId(2), "bob@example.org", Optional.empty()),
                        new Invited(new ParticipantId(3), "cy@example", Optional.empty()),
                        new Invited(new ParticipantId(4), "dee@example.org", Optional.empty()),
                        new Invited(new ParticipantId(5), "eve@example.org", Optional.empty()));
        assertThat(added.refused()).containsExactly("not@here@all");
        assertThat(access.add(id, "DEE@example.org").known()).containsExactly("dee@example.org");
        assertThat(lab.state(id).players()).noneMatch(Player::selfRegistered);
    }

    @Test
    void aLinkLetsItsOwnerInOnceHoweverOftenItIsLookedAt() {
        access.add(id, "ann@example.org bob@example.org");
        lab.conduct.start(id);
        String secret = link(2);

        assertThat(access.isOpen(id, secret)).isTrue();
        assertThat(access.isOpen(id, secret)).isTrue();
        assertThat(access.redeem(id, secret)).isEqualTo(new ParticipantId(2));
        assertThat(access.isOpen(id, secret)).isFalse();
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> access.redeem(id, secret))
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.NOT_ALLOWED));
    }

    @Test
    void aLinkIsReadBackFromTheLogWhichDoesNotHaveItsSecret() {
        access.add(id, "ann@example.org");
        String secret = link(1);

        Engine<GameState, GameEvent> restarted = new Engine<>(lab.protocol, lab.storage, lab.clock, Runnable::run);
        Optional<OpenLink> link = restarted
                .lane(lab.stream(id))
                .read(state -> state.link(new SecretToken(secret).hash()))
                .join();

        assertThat(link)
                .contains(new OpenLink(new ParticipantId(1), GameLab.MORNING.plus(ParticipantAccess.LINK_LIFE)));
        assertThat(lab.storage.events().read(lab.stream(id), 0))
                .noneMatch(recorded -> recorded.contents().contains(secret));
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
    }

    @Test
    void aLinkGrowsOldAndWorksForItsExperimentOnly() {
        access.add(id, "ann@example.org");
        ExperimentId other = lab.define("rounds = 1");
        String secret = link(1);

        assertThat(access.isOpen(other, secret)).isFalse();
        assertThat(access.isOpen(id, "guessed")).isFalse();
        lab.pass(ParticipantAccess.LINK_LIFE);
        assertThat(access.isOpen(id, secret)).isFalse();
        assertThatExceptionOfType(AepsychException.class).isThrownBy(() -> access.redeem(id, secret));
    }

    @Test
    void theExcludedDoNotComeInByLink() {
        access.add(id, "ann@example.org");
        String secret = link(1);
        lab.conduct.disable(id, new ParticipantId(1));

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> access.redeem(id, secret))
                .withMessageContaining("excluded");
        lab.conduct.enable(id, new ParticipantId(1));
        assertThat(access.redeem(id, secret)).isEqualTo(new ParticipantId(1));
    }

    @Test
    void aLinkLetsALatecomerIntoTheNextRound() {
        lab.register(lab.started(0, "rounds = 1"), "elsewhere");
        access.add(id, "ann@example.org");
        lab.conduct.start(id);
        lab.pass(Duration.ofMinutes(1));
        access.add(id, "late@example.org");

        access.redeem(id, link(2));

        assertThat(lab.state(id).require(new ParticipantId(2)).seat())
                .hasValueSatisfying(seat -> assertThat(seat.joined()).isEqualTo(1));
    }

    @Test
    void newPasswordsMakeTheOldOnesVoidForOneOrForAll() {
        access.add(id, "ann@example.org bob@example.org");
        List<Secret> all = access.resetPasswords(id, List.of(new ParticipantId(1), new ParticipantId(2)));
        List<Secret> one = access.resetPasswords(id, List.of(new ParticipantId(1)));

        assertThat(all).extracting(Secret::who).isEqualTo(access.everybody(id));
        assertThat(fits(1, all.get(0))).isFalse();
        assertThat(fits(1, one.get(0))).isTrue();
        assertThat(fits(2, all.get(1))).isTrue();
        assertThat(one.toString()).doesNotContain(one.get(0).secret());
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> access.resetPasswords(id, List.of(new ParticipantId(3))))
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.PARTICIPANT_NOT_FOUND));
    }

    private boolean fits(long participant, Secret secret) {
        Optional<String> hash = lab.storage
                .persons()
                .find(lab.stream(id), new ParticipantId(participant))
                .flatMap(person -> person.passwordHash());
        return passwords.matches(secret.secret(), hash);
    }

    @Test
    void whoRegisteredThemselvesIsForgottenByAWipeAndTheOthersNeedNewPasswords() {
        access.add(id, "ann@example.org");
        Secret password =
                access.resetPasswords(id, List.of(new ParticipantId(1))).get(0);
        lab.conduct.switchRegistration(id, true);
        lab.register(id, "captive");

        assertThat(wipes.wipe(id)).isEqualTo(1);

        assertThat(access.everybody(id))
                .containsExactly(new Invited(new ParticipantId(1), "ann@example.org", Optional.empty()));
        assertThat(fits(1, password)).isFalse();
        lab.conduct.switchRegistration(id, true);
        assertThat(lab.register(id, "captive")).isEqualTo(new ParticipantId(3));
    }

    @Test
    void aCopyHasTheSameGamesAndAnIdOfItsOwn() {
        ExperimentId copied = lab.experiments.define(lab.experiments.copy(id));

        assertThat(copied).isNotEqualTo(id);
        assertThat(lab.experiments.definition(copied).games())
                .isEqualTo(lab.experiments.definition(id).games());
        assertThat(lab.experiments.adminView(copied).participants()).isEmpty();
    }

    @Test
    void aWipeThatWasInterruptedIsFinishedAtTheNextStart() {
        access.add(id, "ann@example.org");
        lab.participation.enroll(id, "bob", Optional.of("bobs password"));
        lab.conduct.switchRegistration(id, true);
        lab.register(id, "captive");
        lab.storage
                .accounts()
                .createSession(new Session(
                        "a".repeat(64),
                        lab.clock.instant(),
                        lab.clock.instant().plusSeconds(60),
                        Optional.empty(),
                        Optional.of(lab.stream(id)),
                        Optional.of(new ParticipantId(2)),
                        ""));
        lab.wipe(id);
        assertThat(lab.storage.persons().find(lab.stream(id), "captive")).isPresent();

        assertThat(wipes.finish()).isOne();

        assertThat(lab.storage.persons().find(lab.stream(id), "captive")).isEmpty();
        assertThat(lab.storage.accounts().findSession("a".repeat(64))).isEmpty();
        assertThat(lab.storage.persons().find(lab.stream(id), "bob").flatMap(Person::passwordHash))
                .isPresent()
                .isNotEqualTo(Optional.of("hash of bobs password"));
        lab.participation.enroll(id, "newcomer", Optional.empty());
        assertThat(wipes.finish()).isZero();
        assertThat(lab.storage.persons().find(lab.stream(id), "newcomer")).isPresent();
    }
}
