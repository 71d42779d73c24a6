package org.aepsych.core.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aepsych.api.storage.PresenceStore;
import org.aepsych.core.account.ParticipantLogin;

/** What servers that share a storage know of each other's participants. */
public final class MemoryPresence implements PresenceStore {
    private final Map<ParticipantLogin, Seen> seen = new ConcurrentHashMap<>();

    @Override
    public void put(List<Seen> signs) {
        signs.forEach(sign -> seen.merge(
                new ParticipantLogin(sign.stream(), sign.participant()),
                sign,
                (before, now) -> now.at().isAfter(before.at()) ? now : before));
    }

    @Override
    public List<Seen> since(Instant from) {
        return seen.values().stream().filter(sign -> !sign.at().isBefore(from)).toList();
    }
}
