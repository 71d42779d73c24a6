package org.aepsych.core.game;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Ends rounds that should have ended by now, and notices who has gone silent; answers when to look again. */
final class Tick extends GameCommand<Optional<Instant>> {
    private final Optional<SignsOfLife> signs;

    /** Looks at the clock only. */
    Tick(PayoffRules rules) {
        super(rules);
        this.signs = Optional.empty();
    }

    /** Looks also at who was heard of. */
    Tick(PayoffRules rules, SignsOfLife signs) {
        super(rules);
        this.signs = Optional.of(signs);
    }

    /** Returns when something will happen by itself, if nobody does anything or gives a sign of life until then. */
    static Optional<Instant> due(GameState state, SignsOfLife signs) {
        return Stream.concat(RoundPolicy.nextDue(state).stream(), new Silences(state, signs).nextSilence().stream())
                .min(Instant::compareTo);
    }

    @Override
    Function<GameState, Optional<Instant>> act(Draft draft) {
        Instant now = draft.now();
        signs.map(heard -> new Silences(draft.state(), heard).changes(now))
                .ifPresent(changes -> changes.forEach(draft::record));
        return after -> Stream.concat(
                        RoundPolicy.nextDue(after).stream(),
                        signs.flatMap(heard -> new Silences(after, heard).nextDue(now)).stream())
                .min(Instant::compareTo);
    }
}
