package org.aepsych.core.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.api.storage.AccountStore;

/** Access in memory, over the administrators of a {@link MemoryStorage}. */
final class MemoryAccess implements AccessStore {
    private final Map<Long, AccountStore.Administrator> administrators;
    private final Map<Long, String> roles = new LinkedHashMap<>();
    private final Map<Long, String> secrets = new LinkedHashMap<>();
    private final Map<Long, Pass> passes = new LinkedHashMap<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private long last;

    MemoryAccess(Map<Long, AccountStore.Administrator> administrators) {
        this.administrators = administrators;
    }

    @Override
    public synchronized List<Member> members() {
        return administrators.values().stream().map(this::member).toList();
    }

    @Override
    public synchronized Optional<Member> member(long id) {
        return Optional.ofNullable(administrators.get(id)).map(this::member);
    }

    private Member member(AccountStore.Administrator known) {
        return new Member(
                known.id(),
                known.email(),
                roles.getOrDefault(known.id(), "owner"),
                Optional.ofNullable(secrets.get(known.id())));
    }

    @Override
    public synchronized void setRole(long id, String role, Instant now) {
        roles.put(id, role);
    }

    @Override
    public synchronized void setAuthenticator(long id, Optional<String> secret, Instant now) {
        secret.ifPresentOrElse(text -> secrets.put(id, text), () -> secrets.remove(id));
    }

    @Override
    public synchronized void setPasswordHash(long id, String passwordHash) {
        administrators.computeIfPresent(
                id, (key, known) -> new AccountStore.Administrator(id, known.email(), passwordHash));
    }

    @Override
    public synchronized void remove(long id) {
        administrators.remove(id);
        passes.values().removeIf(pass -> pass.administrator() == id);
    }

    @Override
    public synchronized long keep(Pass pass) {
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

    @Override
    public synchronized Optional<Pass> find(String hash) {
        return passes.values().stream().filter(pass -> pass.hash().equals(hash)).findFirst();
    }

    @Override
    public synchronized List<Pass> passes(PassKind kind) {
        return passes.values().stream().filter(pass -> pass.kind() == kind).toList();
    }

    @Override
    public synchronized void used(long id, Instant now) {
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

    @Override
    public synchronized boolean end(long id) {
        return passes.remove(id) != null;
    }

    @Override
    public synchronized void record(AuditEntry entry) {
        entries.add(new AuditEntry(
                entries.size() + 1L,
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                entry.origin()));
    }

    @Override
    public synchronized List<AuditEntry> audit(long before, int most) {
        List<AuditEntry> latest = new ArrayList<>(entries);
        Collections.reverse(latest);
        return latest.stream().filter(entry -> entry.id() < before).limit(most).toList();
    }
}
