package org.aepsych.core.game.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.engine.EventStamp;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.state.GameState;
import org.jspecify.annotations.Nullable;

/** The log of a {@link VirtualExperiment}, if anybody wants it. Not thread-safe. */
public final class VirtualLog {
    private final @Nullable GameProtocol protocol;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Person> persons = new ArrayList<>();
    private final List<ResultRow> rows = new ArrayList<>();

    private VirtualLog(@Nullable GameProtocol protocol) {
        this.protocol = protocol;
    }

    /**
     * A log that forgets.
     *
     * @return a new one
     */
    public static VirtualLog none() {
        return new VirtualLog(null);
    }

    /**
     * A log that keeps everything.
     *
     * @param protocol writes the events and their rows
     * @return a new one
     */
    public static VirtualLog kept(GameProtocol protocol) {
        return new VirtualLog(protocol);
    }

    boolean keeps() {
        return protocol != null;
    }

    void event(Instant now, GameState after, GameEvent event) {
        if (protocol != null) {
            NewEvent encoded = protocol.encode(new EventStamp(now, Optional.empty()), event);
            events.add(encoded);
            rows.addAll(protocol.rows(after, new RecordedEvent(events.size(), encoded, ""), event));
        }
    }

    void person(Person person) {
        if (protocol != null) {
            persons.add(person);
        }
    }

    /**
     * Returns the rows of the result tables, those that replace earlier ones included.
     *
     * @return in the order of the events
     */
    public List<ResultRow> rows() {
        return List.copyOf(rows);
    }

    /**
     * Stores the experiment as if it had taken place.
     *
     * @param storage where
     * @param id under which id
     * @param name shown to experimenters
     * @return the new stream
     * @throws AepsychException {@code EXPERIMENT_EXISTS} if there is such an experiment
     */
    public StreamId store(Storage storage, ExperimentId id, String name) {
        StreamHeader header = new StreamHeader(
                Protocol.GAME, id, Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
        return storage.streams().open(header, HashChain.seal(0, HashChain.GENESIS, events), persons, rows);
    }
}
