package org.aepsych.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccessStore.AuditEntry;
import org.aepsych.api.storage.AccessStore.Member;
import org.aepsych.api.storage.AccessStore.Pass;
import org.aepsych.api.storage.AccessStore.PassKind;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.api.storage.TableStore;

/** What is in the databases of released schemas that this program's storages are tested with. */
public final class ReleasedData {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final int WITH_ACCESS = 3;
    private static final int WITH_NOTES = 4;

    private ReleasedData() {}

    /**
     * Checks that everything is there, to the character.
     *
     * @param storage over such a database
     * @param version of its schema when it was made
     */
    public static void assertWhole(Storage storage, int version) {
        assertThat(storage.streams().list())
                .extracting(opened -> opened.header().experimentId().value())
                .containsExactly("market", "contrast");
        for (OpenedStream opened : storage.streams().list()) {
            List<RecordedEvent> log = storage.events().read(opened.id(), 0);
            assertThat(log).extracting(RecordedEvent::contents).first().isEqualTo("{\"text\":\"Grüße\"}");
            assertThat(log).hasSize(3);
            assertThat(HashChain.seal(
                            0,
                            HashChain.GENESIS,
                            log.stream().map(RecordedEvent::event).toList()))
                    .isEqualTo(log);
        }
        assertThat(storage.persons().list(new StreamId(1)))
                .containsExactly(new Person(new ParticipantId(1), "ann@example.org", Optional.of("$argon2id$a"), NOON));
        assertThat(storage.accounts().findAdministrator("lab@example.org")).isPresent();
        assertThat(rows(storage.tables().orElseThrow()))
                .containsEntry("player", 2L)
                .containsEntry("choice", 1L)
                .containsEntry("raw_data", 1L)
                .containsEntry("param_data", 1L)
                .containsEntry("note", version >= WITH_NOTES ? 1L : 0L);
        assertThat(storage.results().orElseThrow().outdated())
                .as("game experiments whose rows an earlier program made")
                .isEqualTo(version >= WITH_NOTES ? List.of() : List.of(new StreamId(1)));
        assertAccess(storage, version >= WITH_ACCESS);
    }

    private static void assertAccess(Storage storage, boolean kept) {
        assertThat(storage.access().members())
                .containsExactly(new Member(
                        1,
                        "lab@example.org",
                        "owner",
                        Optional.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").filter(secret -> kept)));
        assertThat(storage.access().passes(PassKind.API))
                .extracting(Pass::name)
                .isEqualTo(kept ? List.of("analysis") : List.of());
        assertThat(storage.access().audit(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action)
                .isEqualTo(kept ? List.of("made a token") : List.of());
    }

    private static Map<String, Long> rows(TableStore tables) {
        Map<String, Long> rows = new TreeMap<>();
        tables.tables().forEach(table -> rows.put(table.name(), tables.count(table)));
        return rows;
    }
}
