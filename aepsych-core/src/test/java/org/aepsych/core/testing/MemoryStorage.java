package org.aepsych.core.testing;

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
import org.aepsych.api.storage.ResultRow.ParticipantsCleared;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Snapshot;
import org.aepsych.api.storage.SnapshotStore;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore;

/** A storage that forgets everything when the test ends; otherwise it keeps the contract of every store. */
public final class MemoryStorage implements Storage {
    private final Object lock = new Object();
    private final NavigableMap<StreamId, Kept> streams = new TreeMap<>();
    private final Map<Long, AccountStore.Administrator> administrators = new LinkedHashMap<>();
    private final Map<String, AccountStore.Session> sessions = new HashMap<>();
    private final AccessStore access = new MemoryAccess(administrators);
    private boolean closed;

    /** Everything that belongs to one stream. */
    private static final class Kept {
        final StreamHeader header;
        final List<RecordedEvent> events = new ArrayList<>();
        final NavigableMap<Long, Snapshot> snapshots = new TreeMap<>();
        final NavigableMap<ParticipantId, Person> persons = new TreeMap<>();
        final NavigableMap<RowPlace, ResultRow> rows = new TreeMap<>();

        void put(List<ResultRow> more) {
            for (ResultRow row : more) {
                if (row instanceof ParticipantsCleared) {
                    rows.values().removeIf(earlier -> ParticipantsCleared.covers(earlier.getClass()));
                } else {
                    rows.put(RowPlace.of(row), row);
                }
            }
        }

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
                            "a participant called \"" + person.identifier() + "\" exists");
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
        return new Streams();
    }

    @Override
    public EventLog events() {
        return new Events();
    }

    @Override
    public SnapshotStore snapshots() {
        return new Snapshots();
    }

    @Override
    public PersonStore persons() {
        return new Persons();
    }

    @Override
    public AccountStore accounts() {
        return new Accounts();
    }

    @Override
    public AccessStore access() {
        return access;
    }

    @Override
    public Optional<ResultTables> results() {
        return Optional.of(new Results());
    }

    @Override
    public String displayName() {
        return "memory";
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
    }

    private <T> T locked(Supplier<T> work) {
        synchronized (lock) {
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
        Kept kept = streams.get(stream);
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
                        && streams.values().stream()
                                .anyMatch(kept -> kept.header.experimentId().equals(header.experimentId()));
                if (taken) {
                    throw new AepsychException(
                            StandardError.EXPERIMENT_EXISTS,
                            "an experiment \"" + header.experimentId() + "\" exists; choose another id");
                }
                StreamId id =
                        new StreamId(streams.isEmpty() ? 1 : streams.lastKey().value() + 1);
                Kept kept = new Kept(header);
                kept.add(persons);
                kept.events.addAll(events);
                kept.put(rows);
                streams.put(id, kept);
                return id;
            });
        }

        @Override
        public Optional<StreamHeader> find(StreamId stream) {
            return locked(() -> Optional.ofNullable(streams.get(stream)).map(kept -> kept.header));
        }

        @Override
        public List<OpenedStream> list() {
            return locked(() -> streams.entrySet().stream()
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
                kept.put(batch.rows());
            });
        }

        @Override
        public void read(StreamId stream, long after, Consumer<RecordedEvent> reader) {
            List<RecordedEvent> events = locked(() -> {
                List<RecordedEvent> all = Optional.ofNullable(streams.get(stream))
                        .map(kept -> kept.events)
                        .orElse(List.of());
                return List.copyOf(all.subList((int) Math.min(after, all.size()), all.size()));
            });
            events.forEach(reader);
        }

        @Override
        public long last(StreamId stream) {
            return locked(() -> (long) Optional.ofNullable(streams.get(stream))
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
            return locked(() -> Optional.ofNullable(streams.get(stream))
                    .flatMap(kept -> Optional.ofNullable(kept.snapshots.floorEntry(atMost)))
                    .map(Map.Entry::getValue));
        }

        @Override
        public void deleteAll(StreamId stream) {
            locked(() -> Optional.ofNullable(streams.get(stream)).ifPresent(kept -> kept.snapshots.clear()));
        }
    }

    private final class Persons implements PersonStore {
        @Override
        public Optional<Person> find(StreamId stream, String identifier) {
            return locked(() -> Optional.ofNullable(streams.get(stream)).flatMap(kept -> kept.named(identifier)));
        }

        @Override
        public Optional<Person> find(StreamId stream, ParticipantId id) {
            return locked(() -> Optional.ofNullable(streams.get(stream))
                    .flatMap(kept -> Optional.ofNullable(kept.persons.get(id))));
        }

        @Override
        public List<Person> list(StreamId stream) {
            return locked(() -> Optional.ofNullable(streams.get(stream))
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
            return locked(() -> Optional.ofNullable(streams.get(stream))
                    .map(kept -> kept.persons.remove(id) != null)
                    .orElse(false));
        }
    }

    private final class Results implements ResultTables {
        @Override
        public List<ResultRow> read(StreamId stream) {
            return locked(() -> Optional.ofNullable(streams.get(stream))
                    .map(kept -> List.copyOf(kept.rows.values()))
                    .orElse(List.of()));
        }

        @Override
        public void replace(StreamId stream, List<ResultRow> rows) {
            locked(() -> {
                Kept kept = kept(stream);
                kept.rows.clear();
                kept.put(rows);
            });
        }
    }

    private final class Accounts implements AccountStore {
        @Override
        public int administrators() {
            return locked(administrators::size);
        }

        @Override
        public Administrator createAdministrator(String email, String passwordHash) {
            return locked(() -> {
                if (findAdministrator(email).isPresent()) {
                    throw new AepsychException(
                            StandardError.STATE_CONFLICT, "an administrator \"" + email + "\" exists");
                }
                Administrator created = new Administrator(administrators.size() + 1L, email, passwordHash);
                administrators.put(created.id(), created);
                return created;
            });
        }

        @Override
        public Optional<Administrator> findAdministrator(String email) {
            return locked(() -> administrators.values().stream()
                    .filter(administrator -> administrator.email().equals(email))
                    .findFirst());
        }

        @Override
        public Optional<Administrator> findAdministrator(long id) {
            return locked(() -> Optional.ofNullable(administrators.get(id)));
        }

        @Override
        public void createSession(Session session) {
            locked(() -> {
                sessions.put(session.tokenHash(), session);
            });
        }

        @Override
        public Optional<Session> findSession(String tokenHash) {
            return locked(() -> Optional.ofNullable(sessions.get(tokenHash)));
        }

        @Override
        public void deleteSession(String tokenHash) {
            locked(() -> {
                sessions.remove(tokenHash);
            });
        }

        @Override
        public void deleteExpiredSessions(Instant now) {
            locked(() -> {
                sessions.values().removeIf(session -> !session.expires().isAfter(now));
            });
        }

        @Override
        public void deleteSessions(StreamId stream) {
            locked(() -> {
                sessions.values().removeIf(session -> session.stream().equals(Optional.of(stream)));
            });
        }
    }
}
