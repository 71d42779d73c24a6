package org.aepsych.core.game.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aepsych.core.game.state.GameState;

/** Ends rounds that should have ended by now, and notices who has gone silent; answers when to look again. */
public final class Tick extends GameCommand<Optional<Instant>> {
    private final Optional<SignsOfLife> signs;

    /**
     * Looks at the clock only.
     *
     * @param rules settles the rounds that end
     */
    public Tick(PayoffRules rules) {
        super(rules);
        this.signs = Optional.empty();
    }

    /**
     * Looks also at who was heard of.
     *
     * @param rules settles the rounds that end
     * @param signs who was heard of, and when
     */
    public Tick(PayoffRules rules, SignsOfLife signs) {
        super(rules);
        this.signs = Optional.of(signs);
    }

    /**
     * Returns when something will happen by itself, if nobody does anything or gives a sign of life until then.
     *
     * @param state as it is
     * @param signs who was heard of, and when
     * @return empty if nothing will
     */
    public static Optional<Instant> due(GameState state, SignsOfLife signs) {
        return Stream.concat(RoundPolicy.nextDue(state).stream(), new Silences(state, signs).nextSilence().stream())
                .min(Instant::compareTo);
    }

    @Override
    protected Function<GameState, Optional<Instant>> act(Draft draft) {
        Instant now = draft.now();
        signs.map(heard -> new Silences(draft.state(), heard).changes(now))
                .ifPresent(changes -> changes.forEach(draft::record));
        return after -> Stream.concat(
                        RoundPolicy.nextDue(after).stream(),
                        signs.flatMap(heard -> new Silences(after, heard).nextDue(now)).stream())
                .min(Instant::compareTo);
    }
}
