package org.aepsych.web.live;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.aepsych.api.experiment.ParticipantId;

/** What has moved on. */
sealed interface News {
    /** Anything may have moved on: everybody looks again. */
    record Everything() implements News {}

    /**
     * Some participants have done something that other participants see as a figure only.
     *
     * @param who they are; their own pages look again
     * @param figure gives what other pages show, as JSON, at the time when it is told; empty if there is nothing to show
     */
    record Figure(Set<ParticipantId> who, Supplier<Optional<String>> figure) implements News {
        /** Copies the set. */
        public Figure {
            who = Set.copyOf(who);
        }
    }

    /** Returns both in one; the later figure is what is told. */
    default News and(News later) {
        if (this instanceof Figure first && later instanceof Figure second) {
            Set<ParticipantId> who = new HashSet<>(first.who());
            who.addAll(second.who());
            return new Figure(who, second.figure());
        }
        return new Everything();
    }
}
