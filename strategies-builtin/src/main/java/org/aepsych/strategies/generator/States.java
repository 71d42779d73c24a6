package org.aepsych.strategies.generator;

import java.util.Map;
import org.aepsych.api.strategy.StateSchema;

/** The state classes of the generators; numbers are never reused. */
final class States {
    static final StateSchema DRAWN = new StateSchema(1, Map.of(10, Drawn.class));
    static final StateSchema LEARNT = new StateSchema(2, Map.of(11, Learnt.class, 12, Trial.class));

    private States() {}

    /** Returns a state as the class that the strategy gave. */
    static <T extends Record> T expect(Class<T> type, Record state) {
        if (!type.isInstance(state)) {
            throw new IllegalArgumentException("expected a state of " + type + ", but found " + state);
        }
        return type.cast(state);
    }
}
