package org.aepsych.examples.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.api.storage.AccountStore;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.EventLog;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.PersonStore;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Snapshot;
import org.aepsych.api.storage.SnapshotStore;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore;

/**
 * A storage of a lab's own: it keeps everything in memory, and nothing after the program has ended. It has no result
 * tables, which a storage may lack, and still keeps the whole contract that StorageTck checks. Thread-safe.
 */
final class MemoryStorage implements Storage {
    private final Memory memory;
    private final String name;
    private boolean closed;

    MemoryStorage(Memory memory, String name) {
        this.memory = memory;
        this.name = name;
    }

    /** What storages of one name share, as two programs share a file; guarded by itself. */
    static final class Memory {
        private final NavigableMap<StreamId, Kept> streams = new TreeMap<>();
        private final Map<Long, AccountStore.Administrator> administrators = new LinkedHashMap<>();
        private final Map<String, AccountStore.Session> sessions = new HashMap<>();
        private final AccessStore access = new MemoryAccess(this, administrators, sessions);
    }

    /** Everything that belongs to one stream. */
    private static final class Kept {
        final StreamHeader header;
        final List<RecordedEvent> events = new ArrayList<>();
        final NavigableMap<Long, Snapshot> snapshots = new TreeMap<>();
        final NavigableMap<ParticipantId, Person> persons = new TreeMap<>();

        Kept(StreamHeader header) {
            this.header = header;
        }

        void add(List<Person> added) {
            Map<ParticipantId, Person> fresh = new LinkedHashMap<>();
            for (Person person : added) {
                boolean taken = persons.containsKey(person.id())
                        || named(person.identifier()).isPresent()
                        || fresh.values().stream()
                                .anyMatch(other -> other.identifier().equals(person.identifier()))
                        || fresh.put(person.id(), person) != null;
                if (taken) {
                    throw new AepsychException(
                            StandardError.PARTICIPANT_EXISTS,
                            "a participant with that identifier or number exists; choose another");
                }
            }
            persons.putAll(fresh);
        }

        Optional<Person> named(String identifier) {
            return persons.values().stream()
                    .filter(person -> person.identifier().equals(identifier))
                    .findFirst();
        }
    }

    @Override
    public StreamStore streams() {
        return locked(() -> new Streams());
    }

    @Override
    public EventLog events() {
        return locked(() -> new Events());
    }

    @Override
    public SnapshotStore snapshots() {
        return locked(() -> new Snapshots());
    }

    @Override
    public PersonStore persons() {
        return locked(() -> new Persons());
    }

    @Override
    public AccountStore accounts() {
        return locked(() -> new Accounts());
    }

    @Override
    public AccessStore access() {
        return locked(() -> memory.access);
    }

    @Override
    public Optional<ResultTables> results() {
        return locked(() -> Optional.empty());
    }

    @Override
    public String displayName() {
        return locked(() -> name);
    }

    @Override
    public void close() {
        synchronized (memory) {
            closed = true;
        }
    }

    private <T> T locked(Supplier<T> work) {
        synchronized (memory) {
            if (closed) {
                throw new AepsychException(StandardError.CLOSED, "the storage has been closed");
            }
            return work.get();
        }
    }

    private void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    private Kept kept(StreamId stream) {
        Kept kept = memory.streams.get(stream);
        if (kept == null) {
            throw new AepsychException(StandardError.EXPERIMENT_NOT_FOUND, "there is no stream " + stream);
        }
        return kept;
    }

    private final class Streams implements StreamStore {
        @Override
        public StreamId open(
                StreamHeader header, List<RecordedEvent> events, List<Person> persons, List<ResultRow> rows) {
            return locked(() -> {
                boolean taken = header.protocol() == Protocol.GAME
                        && memory.streams.values().stream()
                                .anyMatch(kept -> kept.header.experimentId().equals(header.experimentId()));
                if (taken) {
                    throw new AepsychException(
                            StandardError.EXPERIMENT_EXISTS,
                            "an experiment \"" + header.experimentId() + "\" exists; choose another id");
                }
                StreamId id = new StreamId(
                        memory.streams.isEmpty() ? 1 : memory.streams.lastKey().value() + 1);
                Kept kept = new Kept(header);
                kept.add(persons);
                kept.events.addAll(events);
                memory.streams.put(id, kept);
                return id;
            });
        }

        @Override
        public Optional<StreamHeader> find(StreamId stream) {
            return locked(() -> Optional.ofNullable(memory.streams.get(stream)).map(kept -> kept.header));
        }

        @Override
        public List<OpenedStream> list() {
            return locked(() -> memory.streams.entrySet().stream()
                    .map(entry -> new OpenedStream(entry.getKey(), entry.getValue().header))
                    .toList());
        }
    }

    private final class Events implements EventLog {
        @Override
        public void append(Batch batch) {
            locked(() -> {
                Kept kept = kept(batch.stream());
                if (kept.events.size() != batch.expectedLast()) {
                    throw new AepsychException(
                            StandardError.STREAM_MOVED,
                            "stream " + batch.stream() + " has " + kept.events.size() + " events, not "
                                    + batch.expectedLast());
                }
                kept.add(batch.persons());
                kept.events.addAll(batch.events());
            });
        }

        @Override
        public void read(StreamId stream, long after, Consumer<RecordedEvent> reader) {
            List<RecordedEvent> events = locked(() -> {
                List<RecordedEvent> all = Optional.ofNullable(memory.streams.get(stream))
                        .map(kept -> kept.events)
                        .orElse(List.of());
                return List.copyOf(all.subList((int) Math.min(after, all.size()), all.size()));
            });
            events.forEach(reader);
        }

        @Override
        public long last(StreamId stream) {
            return locked(() -> (long) Optional.ofNullable(memory.streams.get(stream))
                    .map(kept -> kept.events.size())
                    .orElse(0));
        }
    }

    private final class Snapshots implements SnapshotStore {
        @Override
        public void save(StreamId stream, Snapshot snapshot) {
            locked(() -> {
                kept(stream).snapshots.put(snapshot.sequence(), snapshot);
            });
        }

        @Override
        public Optional<Snapshot> latest(StreamId stream, long atMost) {
            return locked(() -> Optional.ofNullable(memory.streams.get(stream))
                    .flatMap(kept -> Optional.ofNullable(kept.snapshots.floorEntry(atMost)))
                    .map(Map.Entry::getValue));
        }

        @Override
        public void deleteAll(StreamId stream) {
            locked(() -> Optional.ofNullable(memory.streams.get(stream)).ifPresent(kept -> kept.snapshots.clear()));
        }
    }

    private final class Persons implements PersonStore {
        @Override
        public Optional<Person> find(StreamId stream, String identifier) {
            return locked(
                    () -> Optional.ofNullable(memory.streams.get(stream)).flatMap(kept -> kept.named(identifier)));
        }

        @Override
        public Optional<Person> find(StreamId stream, ParticipantId id) {
            return locked(() -> Optional.ofNullable(memory.streams.get(stream))
                    .flatMap(kept -> Optional.ofNullable(kept.persons.get(id))));
        }

        @Override
        public List<Person> list(StreamId stream) {
            return locked(() -> Optional.ofNullable(memory.streams.get(stream))
                    .map(kept -> List.copyOf(kept.persons.values()))
                    .orElse(List.of()));
        }

        @Override
        public void setPasswordHash(StreamId stream, ParticipantId id, String passwordHash) {
            locked(() -> {
                kept(stream)
                        .persons
                        .computeIfPresent(
                                id,
                                (key, person) -> new Person(
                                        key,
                                        person.identifier(),
                                        Optional.of(passwordHash),
                                        person.created(),
                                        person.language()));
            });
        }

        @Override
        public void setLanguage(StreamId stream, ParticipantId id, String language) {
            locked(() -> {
                kept(stream)
                        .persons
                        .computeIfPresent(
                                id,
                                (key, person) -> new Person(
                                        key,
                                        person.identifier(),
                                        person.passwordHash(),
                                        person.created(),
                                        Optional.of(language)));
            });
        }

        @Override
        public boolean erase(StreamId stream, ParticipantId id) {
            return locked(() -> Optional.ofNullable(memory.streams.get(stream))
                    .map(kept -> kept.persons.remove(id) != null)
                    .orElse(false));
        }
    }

    private final class Accounts implements AccountStore {
        @Override
        public int administrators() {
            return locked(memory.administrators::size);
        }

        @Override
        public Administrator createAdministrator(String email, String passwordHash) {
            return locked(() -> {
                if (findAdministrator(email).isPresent()) {
                    throw new AepsychException(
                            StandardError.STATE_CONFLICT, "an administrator with that address exists");
                }
                Administrator created = new Administrator(memory.administrators.size() + 1L, email, passwordHash);
                memory.administrators.put(created.id(), created);
                return created;
            });
        }

        @Override
        public Optional<Administrator> findAdministrator(String email) {
            return locked(() -> memory.administrators.values().stream()
                    .filter(administrator -> administrator.email().equals(email))
                    .findFirst());
        }

        @Override
        public Optional<Administrator> findAdministrator(long id) {
            return locked(() -> Optional.ofNullable(memory.administrators.get(id)));
        }

        @Override
        public void createSession(Session session) {
            locked(() -> {
                memory.sessions.put(session.tokenHash(), session);
            });
        }

        @Override
        public Optional<Session> findSession(String tokenHash) {
            return locked(() -> Optional.ofNullable(memory.sessions.get(tokenHash)));
        }

        @Override
        public void deleteSession(String tokenHash) {
            locked(() -> {
                memory.sessions.remove(tokenHash);
            });
        }

        @Override
        public void deleteExpiredSessions(Instant now) {
            locked(() -> {
                memory.sessions.values().removeIf(session -> !session.expires().isAfter(now));
            });
        }

        @Override
        public void deleteSessions(StreamId stream) {
            locked(() -> {
                memory.sessions.values().removeIf(session -> session.stream().equals(Optional.of(stream)));
            });
        }
    }
}
