package org.aepsych.api.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.StreamId;

/**
 * Effects on the world that are decided but perhaps not done yet, such as mails ({@code outbox}). Who does them may fail,
 * and may die on the way: what was not reported as done is tried again, by this server or another. Thread-safe.
 */
public interface OutboxStore {
    /**
     * Keeps an effect, unless one of the same key is or was there; durable on return.
     *
     * @param effect without number
     * @return whether it is new
     */
    boolean put(Effect effect);

    /**
     * Lists what is to be done.
     *
     * @param now effects that are due by then
     * @param most how many at most
     * @return those that have waited longest first
     */
    List<Effect> due(Instant now, int most);

    /**
     * Takes an effect so that no other server does it at the same time. If nothing is reported until then, it is due
     * again.
     *
     * @param effect as it was listed
     * @param until when others may take it
     * @return false if another server has taken it
     */
    boolean claim(Effect effect, Instant until);

    /**
     * Reports that an attempt failed.
     *
     * @param id of the effect
     * @param again when to try it the next time
     * @param error why
     */
    void failed(long id, Instant again, String error);

    /**
     * Closes an effect for ever; what it needed is forgotten.
     *
     * @param id of the effect
     * @param now when
     * @param error why it was given up; empty if it was done
     */
    void close(long id, Instant now, Optional<String> error);

    /**
     * Counts the effects.
     *
     * @return how many wait, of how many the last attempt failed, and how many were done and given up
     */
    Counts counts();

    /**
     * How many effects there are.
     *
     * @param waiting not done yet
     * @param failing those of them that failed at least once
     * @param done since the beginning
     * @param givenUp since the beginning
     */
    record Counts(long waiting, long failing, long done, long givenUp) {}

    /**
     * An effect.
     *
     * @param id its number; 0 before it is kept
     * @param stream who decided it; empty if the server did
     * @param kind what is to be done, such as {@code mail}
     * @param key the same effect has the same key
     * @param contents what it needs, JSON text
     * @param created when it was decided
     * @param due not to be done earlier
     * @param attempts how often it was tried
     */
    record Effect(
            long id,
            Optional<StreamId> stream,
            String kind,
            String key,
            String contents,
            Instant created,
            Instant due,
            int attempts) {
        /** Cuts the times to microseconds. */
        public Effect {
            created = created.truncatedTo(ChronoUnit.MICROS);
            due = due.truncatedTo(ChronoUnit.MICROS);
        }

        /** Returns number and kind only: what it needs may be secret. */
        @Override
        public String toString() {
            return "Effect[" + id + ", " + kind + "]";
        }
    }
}
