package org.aepsych.tck;

import static org.aepsych.tck.Refusals.assertRefused;
import static org.aepsych.tck.StorageSamples.NOON;
import static org.aepsych.tck.StorageSamples.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.Person;
import org.junit.jupiter.api.Test;

/** Who participants are, apart from what they did. */
interface PersonContract extends StorageUnderTest {
    @Test
    default void personsAreFoundByIdentifierAndById() {
        StreamId stream = newStream();
        Person ada = new Person(new ParticipantId(2), "ada@example.org", Optional.of("$argon2id$x"), NOON);
        Person bob = new Person(new ParticipantId(1), "Bob 🧪", Optional.empty(), NOON.plusNanos(1000));
        storage().events().append(new Batch(stream, 0, List.of(), List.of(ada, bob), List.of()));

        assertThat(storage().persons().list(stream)).containsExactly(bob, ada);
        assertThat(storage().persons().find(stream, "ada@example.org")).contains(ada);
        assertThat(storage().persons().find(stream, "ADA@example.org")).isEmpty();
        assertThat(storage().persons().find(stream, new ParticipantId(1))).contains(bob);
        assertThat(storage().persons().find(stream, new ParticipantId(3))).isEmpty();
        assertThat(storage().persons().list(newStream())).isEmpty();
    }

    @Test
    default void anIdentifierIsTakenOnceInAStreamAndNothingOfTheBatchIsKept() {
        StreamId stream = newStream();
        StreamId other = newStream();
        storage()
                .events()
                .append(batch(stream, 0, "a").withPerson(1, "a@example.org").build());

        assertRefused(
                StandardError.PARTICIPANT_EXISTS,
                () -> storage()
                        .events()
                        .append(batch(stream, 1, "b")
                                .withPerson(2, "new@example.org")
                                .withPerson(3, "a@example.org")
                                .build()));
        storage()
                .events()
                .append(batch(other, 0, "a").withPerson(1, "a@example.org").build());

        assertThat(storage().events().last(stream)).isEqualTo(1);
        assertThat(storage().persons().list(stream))
                .extracting(p -> p.id().value())
                .containsExactly(1L);
        assertThat(storage().persons().list(other)).hasSize(1);
    }

    @Test
    default void aPersonsIdIsTakenOnceInAStream() {
        StreamId stream = newStream();
        storage()
                .events()
                .append(batch(stream, 0).withPerson(1, "a@example.org").build());

        assertRefused(
                StandardError.PARTICIPANT_EXISTS,
                () -> storage()
                        .events()
                        .append(batch(stream, 0).withPerson(1, "b@example.org").build()));

        assertThat(storage()
                        .persons()
                        .find(stream, new ParticipantId(1))
                        .orElseThrow()
                        .identifier())
                .isEqualTo("a@example.org");
    }

    @Test
    default void refusalsDoNotRepeatPersonalData() {
        StreamId stream = newStream();
        storage()
                .events()
                .append(batch(stream, 0).withPerson(1, "secret@example.org").build());
        storage().accounts().createAdministrator("secret@example.org", "$argon2id$secret");

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> storage()
                        .events()
                        .append(batch(stream, 0)
                                .withPerson(2, "secret@example.org")
                                .build()))
                .satisfies(Refusals::keepsSecrets);
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> storage().accounts().createAdministrator("secret@example.org", "$argon2id$secret"))
                .satisfies(Refusals::keepsSecrets);
    }

    @Test
    default void whoAPersonIsCanBeErased() {
        StreamId stream = newStream();
        storage()
                .events()
                .append(batch(stream, 0, "a")
                        .withPerson(1, "secret@x")
                        .withPerson(2, "other")
                        .build());
        List<RecordedEvent> log = storage().events().read(stream, 0);

        assertThat(storage().persons().erase(stream, new ParticipantId(1))).isTrue();
        assertThat(storage().persons().erase(stream, new ParticipantId(1))).isFalse();

        assertThat(storage().persons().find(stream, "secret@x")).isEmpty();
        assertThat(storage().persons().list(stream))
                .extracting(Person::identifier)
                .containsExactly("other");
        assertThat(storage().events().read(stream, 0)).isEqualTo(log);
        storage()
                .events()
                .append(batch(stream, 1, "b").withPerson(3, "secret@x").build());
        assertThat(storage().persons().find(stream, "secret@x")).map(Person::id).contains(new ParticipantId(3));
    }

    @Test
    default void theLanguageInWhichSomebodyReadsIsKeptWithThem() {
        StreamId stream = newStream();
        Person ada =
                new Person(new ParticipantId(1), "a@example.org", Optional.of("$argon2id$a"), NOON, Optional.of("sv"));
        storage().events().append(new Batch(stream, 0, List.of(), List.of(ada), List.of()));
        storage()
                .events()
                .append(batch(stream, 0).withPerson(2, "b@example.org").build());
        assertThat(storage().persons().list(stream))
                .extracting(Person::language)
                .containsExactly(Optional.of("sv"), Optional.empty());

        storage().persons().setLanguage(stream, new ParticipantId(1), "fr");
        storage().persons().setLanguage(stream, new ParticipantId(3), "fr");
        storage().persons().setPasswordHash(stream, new ParticipantId(1), "$argon2id$new");

        assertThat(storage().persons().find(stream, new ParticipantId(1)))
                .contains(new Person(
                        new ParticipantId(1), "a@example.org", Optional.of("$argon2id$new"), NOON, Optional.of("fr")));
        assertThat(storage().persons().list(stream)).hasSize(2);
    }

    @Test
    default void aPasswordHashIsReplaced() {
        StreamId stream = newStream();
        storage()
                .events()
                .append(batch(stream, 0)
                        .withPerson(1, "a@example.org")
                        .withPerson(2, "b@example.org")
                        .build());

        storage().persons().setPasswordHash(stream, new ParticipantId(1), "$argon2id$new");

        assertThat(storage().persons().list(stream))
                .extracting(Person::passwordHash)
                .containsExactly(Optional.of("$argon2id$new"), Optional.empty());
    }
}
