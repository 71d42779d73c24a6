package org.aepsych.examples.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.api.storage.AccountStore;

/** Roles, invitations, tokens and the audit log, kept beside the administrators whom they concern. Thread-safe. */
final class MemoryAccess implements AccessStore {
    private final Object lock;
    private final Map<Long, AccountStore.Administrator> administrators;
    private final Map<String, AccountStore.Session> sessions;
    private final Map<Long, String> roles = new LinkedHashMap<>();
    private final Map<Long, String> secrets = new LinkedHashMap<>();
    private final Map<Long, Pass> passes = new LinkedHashMap<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private long last;

    MemoryAccess(
            Object lock,
            Map<Long, AccountStore.Administrator> administrators,
            Map<String, AccountStore.Session> sessions) {
        this.lock = lock;
        this.administrators = administrators;
        this.sessions = sessions;
    }

    @Override
    public List<Member> members() {
        synchronized (lock) {
            return administrators.values().stream().map(this::member).toList();
        }
    }

    @Override
    public Optional<Member> member(long id) {
        synchronized (lock) {
            return Optional.ofNullable(administrators.get(id)).map(this::member);
        }
    }

    private Member member(AccountStore.Administrator known) {
        return new Member(
                known.id(),
                known.email(),
                roles.getOrDefault(known.id(), "owner"),
                Optional.ofNullable(secrets.get(known.id())));
    }

    @Override
    public void setRole(long id, String role, Instant now) {
        synchronized (lock) {
            roles.put(id, role);
        }
    }

    @Override
    public void setAuthenticator(long id, Optional<String> secret, Instant now) {
        synchronized (lock) {
            secret.ifPresentOrElse(text -> secrets.put(id, text), () -> secrets.remove(id));
        }
    }

    @Override
    public void setPasswordHash(long id, String passwordHash) {
        synchronized (lock) {
            administrators.computeIfPresent(
                    id, (key, known) -> new AccountStore.Administrator(id, known.email(), passwordHash));
            sessions.values().removeIf(session -> session.administrator().equals(Optional.of(id)));
        }
    }

    @Override
    public void remove(long id) {
        synchronized (lock) {
            administrators.remove(id);
            sessions.values().removeIf(session -> session.administrator().equals(Optional.of(id)));
            passes.values().removeIf(pass -> pass.administrator() == id);
        }
    }

    @Override
    public long keep(Pass pass) {
        synchronized (lock) {
            last++;
            passes.put(
                    last,
                    new Pass(
                            last,
                            pass.kind(),
                            pass.hash(),
                            pass.name(),
                            pass.role(),
                            pass.administrator(),
                            pass.created(),
                            pass.expires(),
                            pass.used()));
            return last;
        }
    }

    @Override
    public Optional<Pass> find(String hash) {
        synchronized (lock) {
            return passes.values().stream()
                    .filter(pass -> pass.hash().equals(hash))
                    .findFirst();
        }
    }

    @Override
    public List<Pass> passes(PassKind kind) {
        synchronized (lock) {
            return passes.values().stream().filter(pass -> pass.kind() == kind).toList();
        }
    }

    @Override
    public void used(long id, Instant now) {
        synchronized (lock) {
            passes.computeIfPresent(
                    id,
                    (key, pass) -> new Pass(
                            id,
                            pass.kind(),
                            pass.hash(),
                            pass.name(),
                            pass.role(),
                            pass.administrator(),
                            pass.created(),
                            pass.expires(),
                            Optional.of(now)));
        }
    }

    @Override
    public boolean end(long id) {
        synchronized (lock) {
            return passes.remove(id) != null;
        }
    }

    @Override
    public void record(AuditEntry entry) {
        synchronized (lock) {
            entries.add(new AuditEntry(
                    entries.size() + 1L,
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.detail(),
                    entry.origin()));
        }
    }

    @Override
    public List<AuditEntry> audit(long before, int most) {
        synchronized (lock) {
            List<AuditEntry> latest = new ArrayList<>(entries);
            Collections.reverse(latest);
            return latest.stream()
                    .filter(entry -> entry.id() < before)
                    .limit(most)
                    .toList();
        }
    }
}
