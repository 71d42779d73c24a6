package org.aepsych.core.game.experiment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Snapshot;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.RoundClock;
import org.aepsych.core.snapshot.SnapshotCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lists show of games that are over, kept beside the log: so a server that starts, and a page that lists everything,
 * need not fold the log of every experiment that ever was. A line counts only while the log is as long as it was; it is a
 * cache, and whoever opens the experiment itself folds the log and checks its chain. Thread-safe.
 */
final class RestingGames {
    private static final Logger LOG = LoggerFactory.getLogger(RestingGames.class);
    private static final SnapshotCodec CODEC = new SnapshotCodec(new StateSchema(1, Map.of(1, Line.class)));

    private final Storage storage;
    private final InstantSource clock;

    RestingGames(Storage storage, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * What is kept of a game. Lists have one element or none.
     *
     * @param phase name of the phase
     * @param name name of the experiment
     * @param round the round after the last
     * @param rounds how many there were
     * @param start when the first began; microseconds since 1970-01-01T00:00:00Z
     * @param participants how many
     * @param selfRegistration whether participants may still register themselves
     */
    record Line(
            String phase,
            List<String> name,
            int round,
            int rounds,
            List<Long> start,
            int participants,
            boolean selfRegistration) {}

    /** Returns what lists show of a game, if it is known to be over. */
    Optional<GameSummary> find(OpenedStream opened, Instant now) {
        long last = storage.events().last(opened.id());
        return storage.snapshots()
                .latest(opened.id(), last)
                .filter(snapshot -> snapshot.sequence() == last)
                .flatMap(CODEC::decode)
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .map(line -> new GameSummary(
                        opened.header().experimentId(),
                        opened.id(),
                        line.name().stream().findFirst(),
                        GamePhase.valueOf(line.phase()),
                        new RoundClock(
                                line.round(),
                                line.rounds(),
                                line.start().stream()
                                        .findFirst()
                                        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                now),
                        line.participants(),
                        line.selfRegistration()));
    }

    /**
     * Keeps what lists show of a game, if it is over; what goes wrong is only logged.
     *
     * @param summary the game as it stands
     * @param last length of the log before the game was looked at
     */
    void keep(GameSummary summary, long last) {
        if (summary.phase() != GamePhase.OVER && summary.phase() != GamePhase.DRAWN) {
            return;
        }
        Line line = new Line(
                summary.phase().name(),
                summary.name().stream().toList(),
                summary.clock().round(),
                summary.clock().rounds(),
                summary.clock().start().map(HashChain::micros).stream().toList(),
                summary.participants(),
                summary.selfRegistration());
        try {
            StreamId stream = summary.stream();
            if (storage.events().last(stream) == last) {
                Snapshot snapshot = CODEC.encode(last, clock.instant(), line);
                storage.snapshots().save(stream, snapshot);
            }
        } catch (AepsychException e) {
            LOG.info("what lists show of stream {} was not kept: {}", summary.stream(), e.getMessage());
        }
    }
}
