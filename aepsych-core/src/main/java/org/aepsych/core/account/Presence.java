package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.PresenceStore.Seen;

/**
 * When participants were last heard of, by any request or open page: of this server, and, as far as this one has been told,
 * of others that share its storage. In memory. Thread-safe.
 */
@Singleton
public final class Presence {
    private final InstantSource clock;
    private final Map<ParticipantLogin, Instant> here = new ConcurrentHashMap<>();
    private final Map<ParticipantLogin, Instant> elsewhere = new ConcurrentHashMap<>();

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
        here.put(who, clock.instant());
    }

    /**
     * Returns when one participant was last seen.
     *
     * @param stream the experiment
     * @param participant who
     * @return empty if they have not been seen since the server started
     */
    public Optional<Instant> of(StreamId stream, ParticipantId participant) {
        ParticipantLogin who = new ParticipantLogin(stream, participant);
        return Stream.of(here, elsewhere)
                .flatMap(place -> Stream.ofNullable(place.get(who)))
                .max(Instant::compareTo);
    }

    /**
     * Tells whether the latest sign of a participant came from another server, which therefore knows better.
     *
     * @param stream the experiment
     * @param participant who
     * @return false if it came from this one, or there is none
     */
    public boolean isElsewhere(StreamId stream, ParticipantId participant) {
        ParticipantLogin who = new ParticipantLogin(stream, participant);
        Instant there = elsewhere.getOrDefault(who, Instant.MIN);
        return there.isAfter(here.getOrDefault(who, Instant.MIN));
    }

    /**
     * Returns when the participants of an experiment were last seen.
     *
     * @param stream the experiment
     * @return by participant; those who have not been seen since the server started are missing
     */
    public Map<ParticipantId, Instant> of(StreamId stream) {
        Map<ParticipantId, Instant> of = new HashMap<>();
        for (Map<ParticipantLogin, Instant> place : List.of(here, elsewhere)) {
            place.forEach((who, when) -> {
                if (who.stream().equals(stream)) {
                    of.merge(who.participant(), when, Presence::later);
                }
            });
        }
        return of;
    }

    /** Returns whom this server has heard of since an instant. */
    List<Seen> heardHere(Instant from) {
        return here.entrySet().stream()
                .filter(one -> !one.getValue().isBefore(from))
                .map(one -> new Seen(one.getKey().stream(), one.getKey().participant(), one.getValue()))
                .toList();
    }

    /** Learns whom other servers have heard of; one's own news among it changes nothing. */
    void heardElsewhere(List<Seen> signs) {
        for (Seen sign : signs) {
            ParticipantLogin who = new ParticipantLogin(sign.stream(), sign.participant());
            boolean own = here.getOrDefault(who, Instant.MIN)
                    .truncatedTo(ChronoUnit.MICROS)
                    .equals(sign.at());
            if (!own) {
                elsewhere.merge(who, sign.at(), Presence::later);
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
