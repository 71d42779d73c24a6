package org.aepsych.core.engine;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ConfigRow;

/** The smallest protocol: its events are numbers, its state is their sum, and an even sum decides nothing. */
public final class CountingProtocol implements StreamProtocol<Long, Long> {
    @Override
    public Protocol kind() {
        return Protocol.GAME;
    }

    @Override
    public boolean keepsStates() {
        return true;
    }

    @Override
    public Long initial(StreamId stream) {
        return 0L;
    }

    @Override
    public Long apply(Long state, RecordedEvent recorded, Long event) {
        return state + event;
    }

    @Override
    public NewEvent encode(EventStamp stamp, Long event) {
        return new NewEvent(stamp.timestamp(), "add", 1, Long.toString(event), stamp.extraInfo());
    }

    @Override
    public Long decode(RecordedEvent recorded) {
        return Long.valueOf(recorded.contents());
    }

    @Override
    public List<ResultRow> rows(Long after, RecordedEvent recorded, Long event) {
        return List.of(new ConfigRow(recorded.sequence(), recorded.timestamp(), Long.toString(after)));
    }

    /** A number above 1000 claims to have been decided as 1000. */
    @Override
    public Optional<Divergence> recompute(Long before, RecordedEvent recorded, Long event) {
        return event > 1000
                ? Optional.of(new Divergence("the number", Long.toString(event), "1000"))
                : Optional.empty();
    }
}
