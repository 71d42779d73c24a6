package org.aepsych.core.lifecycle;

import jakarta.inject.Inject;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.replay.Replay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the result rows again that a program of an earlier version made, if this one makes others of the same logs: once,
 * before anything else is done with them.
 */
public final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final Storage storage;
    private final GameProtocol games;
    private final AdaptiveProtocol sessions;

    /**
     * Takes what it works with.
     *
     * @param storage has the logs and the rows
     * @param games what events of game experiments mean
     * @param sessions what events of adaptive sessions mean
     */
    @Inject
    public Renewal(Storage storage, GameProtocol games, AdaptiveProtocol sessions) {
        this.storage = storage;
        this.games = games;
        this.sessions = sessions;
    }

    /**
     * Renews what has to be. A log that was altered keeps its rows, and the program's log says so.
     *
     * @return of how many streams the rows were made again
     */
    public int renew() {
        List<StreamId> outdated = storage.results().map(ResultTables::outdated).orElse(List.of());
        int renewed = 0;
        for (StreamId stream : outdated) {
            try {
                renew(stream);
                renewed++;
            } catch (AepsychException e) {
                if (e.code() != StandardError.LOG_TAMPERED) {
                    throw e;
                }
                LOG.warn("the result rows of stream {} stay as they are: {}", stream, e.getMessage());
            }
        }
        return renewed;
    }

    /** Once more if another server wrote meanwhile, since its rows may be among those that were replaced. */
    private void renew(StreamId stream) {
        long before;
        do {
            before = storage.events().last(stream);
            var unused = replay(stream).rebuild(stream);
        } while (storage.events().last(stream) != before);
    }

    private Replay<?, ?> replay(StreamId stream) {
        boolean game = storage.streams()
                .find(stream)
                .filter(header -> header.protocol() == Protocol.GAME)
                .isPresent();
        return game ? new Replay<>(games, storage) : new Replay<>(sessions, storage);
    }
}
