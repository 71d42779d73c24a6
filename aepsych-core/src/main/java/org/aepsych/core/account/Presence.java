package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;

/** When participants were last heard of, by any request or open page; in the memory of this server. Thread-safe. */
@Singleton
public final class Presence {
    private final InstantSource clock;
    private final Map<ParticipantLogin, Instant> seen = new ConcurrentHashMap<>();

    /**
     * Nobody has been seen yet.
     *
     * @param clock when somebody is
     */
    @Inject
    public Presence(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Notes that somebody is there.
     *
     * @param who a participant
     */
    public void seen(ParticipantLogin who) {
        seen.put(who, clock.instant());
    }

    /**
     * Returns when one participant was last seen.
     *
     * @param stream the experiment
     * @param participant who
     * @return empty if they have not been seen since the server started
     */
    public Optional<Instant> of(StreamId stream, ParticipantId participant) {
        return Optional.ofNullable(seen.get(new ParticipantLogin(stream, participant)));
    }

    /**
     * Returns when the participants of an experiment were last seen.
     *
     * @param stream the experiment
     * @return by participant; those who have not been seen since the server started are missing
     */
    public Map<ParticipantId, Instant> of(StreamId stream) {
        Map<ParticipantId, Instant> of = new HashMap<>();
        seen.forEach((who, when) -> {
            if (who.stream().equals(stream)) {
                of.put(who.participant(), when);
            }
        });
        return of;
    }
}
