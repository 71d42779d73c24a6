package org.aepsych.api.payoff;

import java.util.List;
import org.aepsych.api.number.Rational;

/**
 * Against what a participant was paid in a game: with it, everybody can compute the payoff again.
 *
 * @param kind whose choices they are
 * @param mixtures what each role was taken to play, by role, a weight for each action; nobody looks at the participant's
 *     own role; no lists at all if there was nobody
 */
public record Opposition(Kind kind, List<List<Rational>> mixtures) {
    /** Copies the lists. */
    public Opposition {
        mixtures = mixtures.stream().map(List::copyOf).toList();
        if ((kind == Kind.NOBODY) != mixtures.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are mixtures unless there was nobody, but " + kind + " has " + mixtures.size() + " of them");
        }
    }

    /** Whose choices a participant was paid against. */
    public enum Kind {
        /** The average of everybody in each other role. */
        POPULATION,
        /** The average of each other role in the participant's own pair or group. */
        GROUP,
        /** As {@link #GROUP}, but a role that had nobody there was replaced by its average in the whole population. */
        STAND_IN,
        /** Nobody: the payoff is 0. */
        NOBODY
    }

    /**
     * Nobody.
     *
     * @return an opposition without mixtures
     */
    public static Opposition nobody() {
        return new Opposition(Kind.NOBODY, List.of());
    }
}
